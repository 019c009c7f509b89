import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { bulkTurn, refreshSearch } from '../db/search/refresh.ts'
import { userSearch } from '../db/userSearch.ts'
import { createRisingIds } from '../risingIds.ts'
import { importUsers } from '../features/imports/users/importUsers.ts'
import type { WorkerAnswer, WorkerQuestion } from '../features/imports/users/inWorker.ts'
import { toFailure } from '../../shared/ipc/errors.ts'

// Entry of a thread. It is the one place beside main's own connection that writes: a hundred thousand users are one
// transaction of seconds, for which the window's thread must not stand still.
const port = parentPort!
const { dataFolder, operator, request } = workerData as WorkerQuestion
const answer = (message: WorkerAnswer): void => port.postMessage(message)
const control = new AbortController()
port.once('message', () => control.abort())

const clock = { now: () => new Date() }
try {
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  // This connection lives for one import: room for its indexes and its staged rows, so that neither goes through a file.
  database.pragma('cache_size = -131072')
  database.pragma('temp_store = MEMORY')
  try {
    const given = { db: asWriteDb(database), clock, ids: createRisingIds(clock), operator }
    const report = (progress: { done: number; total: number | null; bytes: number }): void =>
      answer({ kind: 'progress', progress })
    const value = await importUsers(given, { ...request, signal: control.signal, report })
    await refreshSearch(given.db, userSearch, bulkTurn)
    answer({ kind: 'done', value })
  } finally {
    database.close()
  }
} catch (error) {
  answer({ kind: 'failed', error: toFailure(error).error, cause: String(error) })
}
port.close()
