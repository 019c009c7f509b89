import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createRisingIds } from '../risingIds.ts'
import { importUsers } from '../features/imports/users/importUsers.ts'
import { moveStagedAtOnce } from '../features/imports/users/moveStaged.ts'
import type { UsersNews, UsersQuestion } from '../features/imports/users/inWorker.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that writes on a connection of its own: a hundred thousand users are one transaction of seconds, for
// which the window's thread must not stand still.
const { dataFolder, operator, request } = workerData as UsersQuestion
await answerMain<UsersNews>(async ({ signal, report, tellAndWait }) => {
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  // The staged rows are written once and read once, in their order.
  database.pragma('temp.cache_size = -2048')
  try {
    const given = { db: asWriteDb(database), clock, ids: createRisingIds(clock), operator, move: moveStagedAtOnce }
    const moving = (): Promise<void> => tellAndWait('moving')
    const imported = await importUsers(given, { ...request, signal, report, moving })
    // Nobody needs a log as large as the import, and main would not carry it into the database without standing still.
    database.pragma('wal_checkpoint(TRUNCATE)')
    return imported
  } finally {
    database.close()
  }
})
