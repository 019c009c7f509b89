import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createWriter } from '../db/writer.ts'
import { createRisingIds } from '../risingIds.ts'
import type { Progress } from '../features/imports/progress.ts'
import { importUsers } from '../features/imports/users/importUsers.ts'
import { moveStagedAtOnce } from '../features/imports/users/moveStaged.ts'
import type { UsersQuestion } from '../features/imports/users/inWorker.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that writes on a connection of its own: a hundred thousand users are one transaction of seconds, for
// which the window's thread must not stand still.
const { dataFolder, operator, request } = workerData as UsersQuestion
await answerMain<Progress>(async ({ signal, report, alone }) => {
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  // The staged rows are written once and read once, in their order.
  database.pragma('temp.cache_size = -2048')
  try {
    // Nobody needs a log as large as the import: carried into the database by main, it would keep main standing still.
    const aloneAndCheckpoint: typeof alone = (write) =>
      alone(() => {
        const value = write()
        database.pragma('wal_checkpoint(TRUNCATE)')
        return value
      })
    const db = asWriteDb(database, { ...createWriter(), alone: aloneAndCheckpoint })
    const given = { db, clock, ids: createRisingIds(clock), operator, move: moveStagedAtOnce }
    return await importUsers(given, { ...request, signal, report })
  } finally {
    database.close()
  }
})
