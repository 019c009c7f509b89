import type { packRoutes } from '../../../shared/archives/packContract.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { Clock } from '../../clock.ts'
import type { Desktop, FileKind } from '../../desktop.ts'
import { throttle } from '../../throttle.ts'
import type { Packing } from './packing.ts'

type Given = { packing: Packing; desktop: Pick<Desktop, 'dialogs' | 'emit' | 'showItem'>; clock: Clock }
type Progress = { done: number; total: number | null; bytes: number }

const zip: FileKind = { name: 'Zip file', extensions: ['zip'] }
const sealed: FileKind = { name: 'Sealed archive', extensions: ['age'] }

/** The window names an archive; where its file goes is asked by a dialog of the desktop. */
export function packHandlers({ packing, desktop, clock }: Given): Pick<Handlers, keyof typeof packRoutes> {
  let written: string | null = null
  const pack = async (id: ArchiveId, passphrase: string | null) => {
    const kind = passphrase === null ? zip : sealed
    const day = clock.now().toISOString().slice(0, 10)
    // Without the person's name: whoever sees the sealed file is to learn nothing of what is in it.
    const suggestedName = `archive ${day}.${kind.extensions[0]}`
    const title = passphrase === null ? 'Export the archive' : 'Seal the archive'
    const to = await desktop.dialogs.saveFile({ title, suggestedName, kinds: [kind] })
    if (to === null) return null
    const progress = throttle<Progress>((value) => desktop.emit('work.progress', { work: 'pack', ...value }))
    const report = ({ done, total, bytes }: Progress): void => progress.report({ done, total, bytes })
    try {
      const how = { signal: new AbortController().signal, report }
      const { file, bytes, sha256 } = await packing.pack(id, { to, passphrase, replace: true }, how)
      written = file
      return { file, bytes, sha256 }
    } finally {
      progress.flush()
    }
  }
  return {
    'archives.export': ({ archiveId }) => pack(archiveId, null),
    'archives.seal': ({ archiveId, passphrase }) => pack(archiveId, passphrase),
    'archives.showPacked': () => {
      if (written === null) throw new AppError('NOT_FOUND', 'No file was written yet.')
      desktop.showItem(written)
    },
    'archives.stopPacking': () => packing.stop(),
  }
}
