import { IconFolder } from '@tabler/icons-react'
import type { TargetFolder } from '../../data/useTargetFolder.ts'
import { formatBytes } from '../../format/bytes.ts'
import { PlaceField } from '../PlaceField/PlaceField.tsx'

/** Where the archive will lie, and whether there is room. */
export function ArchiveFolder({ target }: { target: TargetFolder }) {
  const { folder, problem, choosing, choose } = target
  return (
    <PlaceField
      label="Archive folder"
      description="The archive becomes a folder of its own in here. Another one is for this archive only."
      icon={<IconFolder size={18} aria-hidden />}
      place={folder?.path}
      about={folder?.freeBytes == null ? '' : `${formatBytes(folder.freeBytes)} free`}
      error={problem}
      choose="Choose another…"
      choosing={choosing}
      onChoose={choose}
    />
  )
}
