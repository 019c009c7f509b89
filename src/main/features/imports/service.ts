import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  UsersImported,
  UsersPreview,
  VoicemailImported,
  VoicemailPreview,
} from '../../../shared/imports/contract.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { Clock, Ids } from '../../clock.ts'
import type { WriteDb } from '../../db/sql.ts'
import { importUsers, previewUsers, type UsersRequest } from './users/importUsers.ts'
import { importUsersInWorker } from './users/inWorker.ts'
import { importVoicemail } from './voicemail/importVoicemail.ts'
import { previewVoicemail } from './voicemail/previewVoicemail.ts'
import type { VoicemailRequest } from './voicemail/request.ts'

export type Imports = ReturnType<typeof createImports>

type Given = {
  db: WriteDb
  dataFolder: string
  clock: Clock
  ids: Ids
  /** Who acts. Throws NOT_SIGNED_IN, LOCKED. */
  operator(): { name: string }
  /** The built thread for large files; null does everything here. */
  usersWorker?: string | null
}

/** Some five hundred users: their one transaction takes less than the 50 ms for which the window may wait. */
const smallBytes = 64 * 1024

/** Real data in: users from a CSV file, voicemail from the spool of another system. One import at a time. */
export function createImports({ dataFolder, usersWorker = null, operator, ...given }: Given) {
  const name = (): string => operator().name
  const audioFolder = join(dataFolder, 'audio')
  let running: { control: AbortController; ended: Promise<unknown> } | null = null
  const alone = async <T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (running !== null)
      throw new AppError('CONFLICT', 'Another import is running. Wait until it has finished, or cancel it.')
    const control = new AbortController()
    const result = work(signal === undefined ? control.signal : AbortSignal.any([signal, control.signal]))
    running = { control, ended: result.catch(() => undefined) }
    try {
      return await result
    } finally {
      running = null
    }
  }
  return {
    previewUsers: (request: UsersRequest): Promise<UsersPreview> => previewUsers(given.db, request),
    users: (request: UsersRequest & { skipInvalid: boolean }): Promise<UsersImported> =>
      alone(request.signal, async (signal) =>
        usersWorker === null || (await isSmall(request.path))
          ? importUsers({ ...given, operator: name() }, { ...request, signal })
          : importUsersInWorker(usersWorker, { dataFolder, operator: name() }, { ...request, signal }),
      ),
    previewVoicemail: (request: VoicemailRequest): Promise<VoicemailPreview> => previewVoicemail(given.db, request),
    voicemail: (request: VoicemailRequest): Promise<VoicemailImported> =>
      alone(request.signal, (signal) =>
        importVoicemail({ ...given, operator: name(), audioFolder }, { ...request, signal }),
      ),
    /** Stops the import that runs, if any, and answers when it has ended: nothing is imported after that. */
    cancel: async (): Promise<void> => {
      running?.control.abort()
      await running?.ended
    },
    busy: (): boolean => running !== null,
  }
}

/** What cannot be looked at is reported by the import itself. */
async function isSmall(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.size <= smallBytes,
    () => true,
  )
}
