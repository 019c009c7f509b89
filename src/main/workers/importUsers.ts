import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { extensionSearch } from '../db/extensionSearch.ts'
import { numberSearch } from '../db/numberSearch.ts'
import { bulkTurn, refreshSearch } from '../db/search/refresh.ts'
import { userSearch } from '../db/userSearch.ts'
import { createRisingIds } from '../risingIds.ts'
import { importUsers } from '../features/imports/users/importUsers.ts'
import type { UsersQuestion } from '../features/imports/users/inWorker.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that writes on a connection of its own: a hundred thousand users are one transaction of seconds, for
// which the window's thread must not stand still.
const { dataFolder, operator, request } = workerData as UsersQuestion
await answerMain(async (told) => {
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  // This connection lives for one import: room for its indexes and its staged rows, so that neither goes through a file.
  database.pragma('cache_size = -131072')
  database.pragma('temp_store = MEMORY')
  try {
    const given = { db: asWriteDb(database), clock, ids: createRisingIds(clock), operator }
    const value = await importUsers(given, { ...request, ...told })
    await refreshSearch(given.db, userSearch, bulkTurn)
    await refreshSearch(given.db, extensionSearch, bulkTurn)
    await refreshSearch(given.db, numberSearch, bulkTurn)
    return value
  } finally {
    database.close()
  }
})
