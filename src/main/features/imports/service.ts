import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  UsersImported,
  UsersPreview,
  VoicemailImported,
  VoicemailPreview,
  VoicemailSourceKind,
} from '../../../shared/imports/contract.ts'
import type { Clock, Ids } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import { chunksOf } from '../../files/chunksOf.ts'
import { exportsOf } from '../../unfinished/saveExport.ts'
import { OneAtATime } from './oneAtATime.ts'
import type { UsersRequest } from './users/importUsers.ts'
import { importUsersInWorker } from './users/inWorker.ts'
import { detectInThread, voicemailInThread, type VoicemailQuestion } from './voicemail/inThread.ts'
import type { VoicemailRequest } from './voicemail/request.ts'

export type Imports = ReturnType<typeof createImports>

// Read when they are wanted: with the libraries that they read files with, they would hold up every start.
const users = () => import('./users/importUsers.ts')
const detecting = () => import('./voicemail/openSource.ts')
const previewing = () => import('./voicemail/previewVoicemail.ts')
const importing = () => import('./voicemail/importVoicemail.ts')

type Given = {
  db: WriteDb
  dataFolder: string
  clock: Clock
  ids: Ids
  /** Who acts. Throws NOT_SIGNED_IN, LOCKED. */
  operator(): { name: string }
  /** Takes away what an import that was killed left behind. */
  clearUnfinished(): Promise<void>
  /** Where a built thread lies; null does its work here. */
  thread?: (script: string) => string | null
}

/** Some five hundred users: their one transaction takes less than the 50 ms for which the window may wait. */
const smallBytes = 64 * 1024

/** Real data in: users from a CSV file, voicemail from other systems. One import at a time. */
export function createImports({ dataFolder, thread = () => null, operator, clearUnfinished, ...given }: Given) {
  const usersWorker = thread('importUsers.js')
  const voicemailThread = thread('importVoicemail.js')
  const name = (): string => operator().name
  const place = {
    dataFolder,
    audioFolder: join(dataFolder, 'audio'),
    problemsFile: join(dataFolder, 'import-problems.csv'),
  }
  const work = new OneAtATime()
  const inThread = <T>(what: VoicemailQuestion['work'], request: VoicemailRequest): Promise<T> =>
    voicemailInThread(voicemailThread!, { work: what, ...place, operator: name() }, request)
  const inWorker = (script: string, request: UsersRequest & { skipInvalid: boolean }): Promise<UsersImported> =>
    importUsersInWorker(script, { dataFolder, operator: name() }, request, given.db.writer)
  return {
    previewUsers: async (request: UsersRequest): Promise<UsersPreview> =>
      (await users()).previewUsers(given.db, request),
    users: (request: UsersRequest & { skipInvalid: boolean }): Promise<UsersImported> =>
      work.run(request.signal, async (signal) =>
        usersWorker === null || (await isSmall(request.path))
          ? (await users()).importUsers({ ...given, operator: name() }, { ...request, signal })
          : inWorker(usersWorker, { ...request, signal }),
      ),
    /** Saves the list of problems of the last import. Throws FILE_PROBLEM, DISK_FULL. */
    saveProblems: async (path: string): Promise<void> =>
      void (await exportsOf(dataFolder)(path, chunksOf(place.problemsFile))),
    /** The kinds of source that a file or folder looks like. */
    detect: async (path: string): Promise<VoicemailSourceKind[]> =>
      voicemailThread === null
        ? (await detecting()).detectSources(path, dataFolder)
        : detectInThread(voicemailThread, path, dataFolder),
    /** A preview that runs gives way to the next. Throws CONFLICT while something is imported. */
    previewVoicemail: (request: VoicemailRequest): Promise<VoicemailPreview> =>
      work.run(
        request.signal,
        async (signal) =>
          voicemailThread === null
            ? (await previewing()).previewVoicemail({ ...place, db: given.db }, { ...request, signal })
            : inThread<VoicemailPreview>('preview', { ...request, signal }),
        { givesWay: true },
      ),
    voicemail: (request: VoicemailRequest): Promise<VoicemailImported> =>
      work.run(request.signal, async (signal) => {
        await clearUnfinished()
        return voicemailThread === null
          ? (await importing()).importVoicemail(
              { ...given, ...place, operator: name(), savingThread: null },
              { ...request, signal },
            )
          : inThread<VoicemailImported>('import', { ...request, signal })
      }),
    /** Everything that the last preview or import told of, as CSV. */
    problemsFile: place.problemsFile,
    /** Stops the preview or import that runs, if any, and answers when it has ended: nothing is imported after that. */
    cancel: () => work.cancel(),
    /** Whether something is imported; a preview is not. */
    busy: (): boolean => work.busy,
  }
}

/** What cannot be looked at is reported by the import itself. */
async function isSmall(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.size <= smallBytes,
    () => true,
  )
}
