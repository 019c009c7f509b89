import { useLocation } from 'wouter'
import { Dialog } from '../../components/Dialog/Dialog.tsx'
import { useClosing } from '../../components/Dialog/useClosing.ts'
import { useUnseal } from '../../data/unsealing.ts'
import { UnsealedTwice } from './UnsealedTwice.tsx'
import { UnsealForm } from './UnsealForm.tsx'
import type { SealedSource } from './UnsealPlaces.tsx'

type UnsealArchiveProps = SealedSource & { onClose: () => void }

/** Opens a sealed file: into which folder, and with which passphrase; then its page, or what it is a copy of. */
export function UnsealArchive({ onClose, ...source }: UnsealArchiveProps) {
  const opening = useUnseal()
  const { alsoAt = null, archiveId } = opening.data ?? {}
  const [, navigate] = useLocation()
  const change = { ...opening, isSuccess: opening.isSuccess && alsoAt === null }
  useClosing(change, { title: 'The sealed archive is opened', onDone: () => navigate(`/archives/${archiveId}`) })
  return (
    <Dialog size="lg" busy={opening.isPending} onClose={onClose} title="Open sealed archive">
      {archiveId !== undefined && alsoAt !== null ? (
        <UnsealedTwice alsoAt={alsoAt} onClose={onClose} onOpen={() => navigate(`/archives/${archiveId}`)} />
      ) : (
        <UnsealForm {...source} opening={opening} onClose={onClose} />
      )}
    </Dialog>
  )
}
