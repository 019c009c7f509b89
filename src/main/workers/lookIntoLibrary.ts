import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createWriter } from '../db/writer.ts'
import type { LookQuestion } from '../features/archives/library/inThread.ts'
import { lookInto } from '../features/archives/library/looks.ts'
import { createRisingIds } from '../risingIds.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that looks for archives, reads what they say of themselves and writes it down: two hundred thousand
// messages are a minute of work, and every flush of the disk a wait.
const { dataFolder, roots, operator } = workerData as LookQuestion
await answerMain<number>(async ({ signal, report, alone }) => {
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  // This connection lives for one look: room for the pages of the index that are merged again and again.
  database.pragma('cache_size = -65536')
  try {
    const db = asWriteDb(database, { ...createWriter(), alone })
    const given = { db, clock, ids: createRisingIds(clock) }
    return await lookInto(given, roots, { signal, onFound: report, operator })
  } finally {
    database.close()
  }
})
