import type { archiveRoutes } from '../../../shared/archives/contract.ts'
import { shownFindings, type ShownVerification, type Verification } from '../../../shared/archives/model.ts'
import { withoutTranscript } from '../../../shared/voicemail/model.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Desktop } from '../../desktop.ts'
import { searchFor } from './library/heard.ts'
import type { Library } from './library/service.ts'
import type { ArchiveNoting } from './notes/service.ts'
import type { Archives } from './service.ts'
import { createVerifying } from './verifying.ts'
import { withProgress } from './workProgress.ts'

/** Read when they are wanted: their libraries would hold up every start. */
const records = () => import('./records.ts')

type Deps = {
  archives: Archives
  library: Library
  noting: ArchiveNoting
  session: { may(permission: 'listen'): boolean }
}

/** The window names an archive by its id; folders are chosen in a dialog of the desktop. */
export function archiveHandlers(
  { archives, library, noting, session }: Deps,
  { dialogs, emit, showItem, trash }: Pick<Desktop, 'dialogs' | 'emit' | 'showItem' | 'trash'>,
): Pick<Handlers, keyof typeof archiveRoutes> {
  const verifying = createVerifying(archives)
  return {
    'archives.list': (query) => archives.list(query),
    'archives.summary': () => archives.summary(),
    'archives.messages': (query) => searchFor(session, library, query),
    'archives.open': ({ archiveId }) => archives.open(archiveId),
    'archives.calls': async ({ archiveId, ...page }) => (await records()).readCalls(archives.folderOf(archiveId), page),
    'archives.contacts': async ({ archiveId, ...page }) =>
      (await records()).readContacts(archives.folderOf(archiveId), page),
    'archives.meetings': async ({ archiveId, ...page }) =>
      (await records()).readMeetings(archives.folderOf(archiveId), page),
    'archives.greetings': ({ archiveId }) => archives.greetings(archiveId),
    'archives.verify': ({ archiveId }) =>
      withProgress(emit, 'verify', async (report) => shown(await verifying.verify(archiveId, report))),
    'archives.cancelVerify': ({ archiveId }) => verifying.cancel(archiveId),
    'archives.compare': async ({ first, second }) => {
      const { messagesOnlyInFirst, messagesOnlyInSecond, ...comparison } = await archives.compare(first, second)
      const heard = ({ count, first: some }: typeof messagesOnlyInFirst) => ({
        count,
        first: session.may('listen') ? some : some.map(withoutTranscript),
      })
      return {
        ...comparison,
        messagesOnlyInFirst: heard(messagesOnlyInFirst),
        messagesOnlyInSecond: heard(messagesOnlyInSecond),
      }
    },
    'archives.showInFolder': ({ archiveId }) => showItem(archives.folderOf(archiveId)),
    'archives.add': async () => {
      const folder = await dialogs.chooseFolder({ title: 'Choose an archive', button: 'Add archive' })
      return folder === null ? null : archives.add(folder)
    },
    'archives.forget': ({ archiveId }) => archives.forget(archiveId),
    'archives.saveNotes': ({ archiveId, base, notes }) => noting.save(archiveId, base, notes),
    'archives.saveMessageNote': ({ archiveId, messageId, note }) => noting.saveMessage(archiveId, messageId, note),
    'archives.setHold': ({ archiveId, reason }) => noting.setHold(archiveId, reason),
    'archives.remove': ({ archiveId, confirm }) => archives.remove(archiveId, confirm, trash),
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
