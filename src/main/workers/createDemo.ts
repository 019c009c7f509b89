import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { writeDemo, type DemoProgress } from '../features/tenant/createDemo.ts'
import type { DemoQuestion } from '../features/tenant/demoInThread.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread: a demo company of a hundred thousand people is one transaction of many seconds.
const { dataFolder, voicesFolder, size, at, cancelled } = workerData as DemoQuestion
const flag = new Int32Array(cancelled)
await answerMain<DemoProgress>(async ({ tell }) => {
  const database = await openDatabase({ folder: dataFolder, now: () => at })
  // This connection lives for one company: room for the pages that are written again and again, and to sort in.
  database.pragma('cache_size = -98304')
  try {
    const clock = { now: () => new Date(at) }
    const audioFolder = join(dataFolder, 'audio')
    await writeDemo({ db: asWriteDb(database), voicesFolder, audioFolder, clock, ids: { next: randomUUID } }, size, {
      report: tell,
      cancelled: () => Atomics.load(flag, 0) !== 0,
    })
    // Nobody needs a log as large as the company itself.
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
})
