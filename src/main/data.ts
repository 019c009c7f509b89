import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Emit } from '../shared/ipc/contract.ts'
import type { Clock, Ids } from './clock.ts'
import { dataFolderMode } from './dataFolder.ts'
import { openDatabase } from './db/open.ts'
import { asWriteDb } from './db/sql.ts'
import { createTenantService } from './features/tenant/service.ts'
import { toFolderError } from './files/diskErrors.ts'
import type { Logger } from './log/logger.ts'
import { openDesk } from './operators/desk.ts'
import { removeQueuedAudio, removeUnnamedAudio } from './phoneSystem/embedded/audioStore.ts'
import { clearUnfinished } from './unfinished/clear.ts'

export type DataOptions = {
  /** Holds the database, the audio of the embedded phone system and the log. Made when it does not exist. */
  dataFolder: string
  /** Holds demo/voices: the checkout's resources folder, or the package's. */
  resourcesFolder: string
  /** Holds the built threads (out/main); without it the caller's thread does their work. */
  threadsFolder?: string
  clock: Clock
  ids: Ids
  log: Logger
  emit: Emit
}

export type Data = Awaited<ReturnType<typeof openData>>

/**
 * Opens the data folder, takes away what a start or an end that was cut short left behind, and adds what an older version
 * lacked: whose company it holds, and who is at its desk. Small enough to be read before the window's first paint.
 */
export async function openData({ dataFolder, resourcesFolder, threadsFolder, clock, ids, log, emit }: DataOptions) {
  const thread = threadsOf(threadsFolder)
  const audioFolder = join(dataFolder, 'audio')
  try {
    mkdirSync(audioFolder, { recursive: true, mode: dataFolderMode })
  } catch (error) {
    throw toFolderError(error, 'the data folder')
  }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  const db = asWriteDb(database)
  const removeAudio = (audio: { file: string; id: string }) => removeUnnamedAudio(db, audioFolder, audio)
  const clear = (): Promise<void> => clearUnfinished({ dataFolder, log, removeAudio })
  await removeQueuedAudio(db, audioFolder).catch((error: unknown) =>
    log.warn('Audio of removed messages stays queued', { error }),
  )
  await clear()
  const voicesFolder = join(resourcesFolder, 'demo', 'voices')
  const demoWorker = thread('createDemo.js')
  const tenant = createTenantService({ db, dataFolder, voicesFolder, clock, ids, demoWorker })
  await tenant.removeUnfinished()
  await tenant.addMissingOperators()
  return { database, db, audioFolder, thread, tenant, clear, ...openDesk({ db, clock, ids, emit }) }
}

/** Where a built thread lies; null has the caller's thread do its work. */
function threadsOf(folder: string | undefined): (script: string) => string | null {
  return (script) => (folder === undefined ? null : join(folder, script))
}
