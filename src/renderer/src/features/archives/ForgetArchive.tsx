import { useLocation } from 'wouter'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { ConfirmModal } from '../../components/ConfirmModal/ConfirmModal.tsx'
import { useForgetArchive } from '../../data/archives.ts'

export type ArchiveDialogProps = { archive: ArchiveRow; onClose: () => void }

/** Takes an archive out of the list, after a question. */
export function ForgetArchive({ archive, onClose }: ArchiveDialogProps) {
  const forget = useForgetArchive(archive.id)
  const [, navigate] = useLocation()
  return (
    <ConfirmModal
      opened
      title="Forget this archive?"
      confirm="Forget archive"
      change={forget}
      onClose={onClose}
      onConfirm={() => forget.mutate()}
      onDone={() => navigate('/archives')}
    >
      <p>It leaves the list. The folder and everything in it stay where they are:</p>
      <p>{archive.path}</p>
    </ConfirmModal>
  )
}
