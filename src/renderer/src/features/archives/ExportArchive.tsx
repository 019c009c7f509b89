import { useExportArchive } from '../../data/packing.ts'
import type { ArchiveDialogProps } from './ForgetArchive.tsx'
import { PackDialog } from './PackDialog.tsx'

/** One zip of an archive, readable by everybody. */
export function ExportArchive({ archive, onClose }: ArchiveDialogProps) {
  const exporting = useExportArchive(archive.id)
  return (
    <PackDialog
      title="Export as one zip"
      confirm="Export archive…"
      packing={exporting.isPending}
      packed={exporting.data ?? null}
      error={exporting.error}
      onPack={() => exporting.mutate()}
      onClose={onClose}
    >
      <p>
        The archive is verified, then written as one zip. Whoever has the file can read it; to hand it over, seal it
        with a passphrase instead.
      </p>
    </PackDialog>
  )
}
