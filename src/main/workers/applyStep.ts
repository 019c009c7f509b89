import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { clockFrom } from '../clock.ts'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createWriter } from '../db/writer.ts'
import { createEmbeddedPhoneSystem } from '../phoneSystem/embedded/system.ts'
import { applyStep, type StepQuestion } from '../runs/applyStep.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that carries out a step on a large mailbox: thousands of messages leave in one transaction.
const { dataFolder, now, asked } = workerData as StepQuestion
const clock = clockFrom(now)
await answerMain(async ({ alone }) => {
  const database = await openDatabase({ folder: dataFolder, now: () => now })
  try {
    const db = asWriteDb(database, { ...createWriter(), alone })
    const given = { db, clock, ids: { next: randomUUID }, audioFolder: join(dataFolder, 'audio') }
    await applyStep({ db, clock, phoneSystem: createEmbeddedPhoneSystem(given) }, asked)
  } finally {
    database.close()
  }
})
