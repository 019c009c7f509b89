import { IconFileZip, IconFolder } from '@tabler/icons-react'
import type { SealedFile } from '../../../../shared/archives/unsealContract.ts'
import { PlaceField } from '../../components/PlaceField/PlaceField.tsx'
import { formatBytes } from '../../format/bytes.ts'
import type { TargetFolder } from '../../data/useTargetFolder.ts'

/** What is opened, and how another is chosen. */
export type SealedSource = { file: SealedFile; choosing: boolean; onChoose: () => void }
type UnsealPlacesProps = SealedSource & { target: TargetFolder; busy: boolean }

/** Which file is opened, and into which folder. */
export function UnsealPlaces({ file, choosing, onChoose, target, busy }: UnsealPlacesProps) {
  const { folder, problem } = target
  return (
    <>
      <PlaceField
        label="Sealed file"
        icon={<IconFileZip size={18} aria-hidden />}
        place={file.name}
        about={file.bytes === null ? '' : formatBytes(file.bytes)}
        choose="Choose another file…"
        choosing={choosing}
        disabled={busy}
        buttonAtEnd
        onChoose={onChoose}
      />
      <PlaceField
        label="Folder"
        description="The archive becomes a folder of its own in here. Whoever may open this folder can read it."
        icon={<IconFolder size={18} aria-hidden />}
        place={folder?.path}
        about={folder?.freeBytes == null ? '' : `${formatBytes(folder.freeBytes)} free`}
        error={problem}
        choose="Choose another folder…"
        choosing={target.choosing}
        disabled={busy}
        buttonAtEnd
        onChoose={target.choose}
      />
    </>
  )
}
