import type { archiveRoutes } from '../../../shared/archives/contract.ts'
import { shownFindings, type ShownVerification, type Verification } from '../../../shared/archives/model.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Desktop } from '../../desktop.ts'
import { throttle } from '../../runs/throttle.ts'
import type { Archives } from './service.ts'

/** The window names an archive by its id; folders are chosen in a dialog of the desktop. */
export function archiveHandlers(
  archives: Archives,
  { dialogs, emit, showItem }: Pick<Desktop, 'dialogs' | 'emit' | 'showItem'>,
): Pick<Handlers, keyof typeof archiveRoutes> {
  return {
    'archives.list': () => archives.list(),
    'archives.open': ({ archiveId }) => archives.open(archiveId),
    'archives.verify': async ({ archiveId }) => {
      const progress = throttle<{ done: number; total: number | null; bytes: number }>((value) =>
        emit('work.progress', { work: 'verify', ...value }),
      )
      const report = (done: number, total: number | null, bytes: number): void =>
        progress.report({ done, total, bytes })
      try {
        return shown(await archives.verify(archiveId, { signal: new AbortController().signal, report }))
      } finally {
        progress.flush()
      }
    },
    'archives.showInFolder': ({ archiveId }) => showItem(archives.folderOf(archiveId)),
    'archives.add': async () => {
      const folder = await dialogs.chooseFolder({ title: 'Choose an archive', button: 'Add archive' })
      return folder === null ? null : archives.add(folder)
    },
    'archives.forget': ({ archiveId }) => archives.forget(archiveId),
  }
}

function shown({ problems, warnings, ...verification }: Verification): ShownVerification {
  return {
    ...verification,
    problems: problems.slice(0, shownFindings),
    problemCount: problems.length,
    warnings: warnings.slice(0, shownFindings),
    warningCount: warnings.length,
  }
}
