import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createRisingIds } from '../risingIds.ts'
import { importUsers } from '../features/imports/users/importUsers.ts'
import { moveStagedAtOnce } from '../features/imports/users/moveStaged.ts'
import type { UsersQuestion } from '../features/imports/users/inWorker.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that writes on a connection of its own: a hundred thousand users are one transaction of seconds, for
// which the window's thread must not stand still.
const { dataFolder, operator, request } = workerData as UsersQuestion
await answerMain(async (told) => {
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  // This connection lives for one import: room for its indexes, so that none goes through the log more than once.
  database.pragma('cache_size = -65536')
  try {
    const given = { db: asWriteDb(database), clock, ids: createRisingIds(clock), operator, move: moveStagedAtOnce }
    return await importUsers(given, { ...request, ...told })
  } finally {
    database.close()
  }
})
