import type { libraryRoutes } from '../../../../shared/archives/libraryContract.ts'
import type { Handlers } from '../../../../shared/ipc/contract.ts'
import type { Desktop } from '../../../desktop.ts'
import type { Scrub } from '../scrub/service.ts'
import { withProgress } from '../workProgress.ts'
import type { LookOptions } from './looks.ts'
import type { Library } from './service.ts'

/** Folders are chosen in a dialog of the desktop; a look can be cancelled, and so can the check of an archive. */
export function libraryHandlers(
  { library, scrub }: { library: Library; scrub: Scrub },
  { dialogs, emit }: Pick<Desktop, 'dialogs' | 'emit'>,
  operator: () => { name: string },
): Pick<Handlers, keyof typeof libraryRoutes> {
  const looking = new Set<AbortController>()
  const look = async <T>(run: (options: LookOptions) => Promise<T>): Promise<T> => {
    const control = new AbortController()
    looking.add(control)
    try {
      return await withProgress(emit, 'library', (report) =>
        run({
          signal: control.signal,
          operator: operator().name,
          onFound: (found) => report(found, null, 0),
        }),
      )
    } finally {
      looking.delete(control)
    }
  }
  return {
    'library.folders': () => library.folders(),
    'library.addFolder': async () => {
      const folder = await dialogs.chooseFolder({ title: 'Choose a folder with archives', button: 'Watch folder' })
      if (folder === null) return null
      const { path } = await library.addFolder(folder, operator().name)
      return look((options) => library.lookAt(path, options))
    },
    'library.removeFolder': ({ folderId }) => library.removeFolder(folderId, operator().name),
    'library.look': () => look((options) => library.look(options)),
    'library.cancelLook': () => looking.forEach((control) => control.abort()),
    'scrub.status': () => scrub.status(),
    'scrub.next': () => scrub.checkNext(),
    'scrub.stop': () => scrub.stop(),
  }
}
