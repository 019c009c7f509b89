import { IconFolder } from '@tabler/icons-react'
import { formatBytes } from '../../format/bytes.ts'
import { useArchiveFolder, useChooseArchiveFolder } from '../../data/preferences.ts'
import { PlaceField } from '../PlaceField/PlaceField.tsx'

/** Where the archive will lie, and whether there is room. */
export function ArchiveFolder() {
  const folder = useArchiveFolder()
  const choose = useChooseArchiveFolder()
  const problem = folder.error ?? choose.error
  return (
    <PlaceField
      label="Archive folder"
      description="The archive becomes a folder of its own in here."
      icon={<IconFolder size={18} aria-hidden />}
      place={folder.data?.path}
      about={folder.data?.freeBytes == null ? '' : `${formatBytes(folder.data.freeBytes)} free`}
      error={problem?.message ?? folder.data?.problem}
      choose="Choose another…"
      choosing={choose.isPending}
      onChoose={() => choose.mutate()}
    />
  )
}
