import { setTimeout as sleep } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createRisingIds } from '../risingIds.ts'
import { importUsers } from '../features/imports/users/importUsers.ts'
import { moveStagedAtOnce } from '../features/imports/users/moveStaged.ts'
import type { UsersNews, UsersQuestion } from '../features/imports/users/inWorker.ts'
import { answerMain } from './answerMain.ts'

/** Main hears what it is told within a turn of its event loop, and none is longer. */
const oneTurn = 50

// Entry of a thread that writes on a connection of its own: a hundred thousand users are one transaction of seconds, for
// which the window's thread must not stand still.
const { dataFolder, operator, request } = workerData as UsersQuestion
await answerMain<UsersNews>(async ({ signal, report, tell }) => {
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  // This connection lives for one import: room for its indexes, so that none goes through the log more than once.
  database.pragma('cache_size = -65536')
  try {
    const given = { db: asWriteDb(database), clock, ids: createRisingIds(clock), operator, move: moveStagedAtOnce }
    const moving = async (): Promise<void> => {
      tell('moving')
      await sleep(oneTurn)
    }
    const imported = await importUsers(given, { ...request, signal, report, moving })
    // Nobody needs a log as large as the import, and main would not carry it into the database without standing still.
    database.pragma('wal_checkpoint(TRUNCATE)')
    return imported
  } finally {
    database.close()
  }
})
