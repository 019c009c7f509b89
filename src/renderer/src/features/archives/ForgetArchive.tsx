import { useLocation } from 'wouter'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { ConfirmModal } from '../../components/ConfirmModal/ConfirmModal.tsx'
import { useForgetArchive } from '../../data/archives.ts'
import { archiveName } from './archiveName.ts'

export type ArchiveDialogProps = { archive: ArchiveRow; onClose: () => void }

/** Takes an archive out of the list, after a question. */
export function ForgetArchive({ archive, onClose }: ArchiveDialogProps) {
  const forget = useForgetArchive(archive.id)
  const [, navigate] = useLocation()
  return (
    <ConfirmModal
      opened
      title={`Take ${archiveName(archive)} off the list?`}
      confirm="Take off the list"
      change={forget}
      onClose={onClose}
      onConfirm={() => forget.mutate()}
      onDone={() => navigate('/archives')}
    >
      <p>No file is touched: the folder and everything in it stay where they are, and can be added again.</p>
      <p>{archive.path}</p>
    </ConfirmModal>
  )
}
