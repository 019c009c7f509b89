import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { unsealRoutes } from '../../../shared/archives/unsealContract.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Desktop, FileKind } from '../../desktop.ts'
import type { Grants } from '../../files/grants.ts'
import { throttle } from '../../throttle.ts'
import type { Unsealing, UnsealingProgress } from './unsealing.ts'

type Given = { unsealing: Unsealing; grants: Grants; desktop: Pick<Desktop, 'dialogs' | 'emit'> }

/** Whoever sealed a file may have named it as they liked. */
const kinds: readonly FileKind[] = [
  { name: 'Sealed archive', extensions: ['age'] },
  { name: 'All files', extensions: ['*'] },
]

/** The window names the file and the folder by the grants that dialogs gave them. */
export function unsealHandlers({ unsealing, grants, desktop }: Given): Pick<Handlers, keyof typeof unsealRoutes> {
  return {
    'archives.chooseSealed': async () => {
      const path = await desktop.dialogs.chooseFile({ title: 'Choose a sealed archive', kinds })
      if (path === null) return null
      const stats = await stat(path).catch(() => null)
      return { grantId: grants.grant(path), name: basename(path), bytes: stats?.size ?? null }
    },
    'archives.unseal': async ({ file, folder, passphrase }) => {
      const request = { file: grants.pathOf(file), to: grants.pathOf(folder), passphrase }
      const progress = throttle<UnsealingProgress>((value) =>
        desktop.emit('work.progress', { work: 'unseal', ...value }),
      )
      try {
        return await unsealing.unseal(request, progress.report)
      } finally {
        progress.flush()
      }
    },
    'archives.stopUnsealing': () => unsealing.stop(),
  }
}
