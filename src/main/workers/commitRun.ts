import { randomUUID } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { createDrafts } from '../features/offboarding/draftRepository.ts'
import { commitRun, type CommitQuestion } from '../runs/commitRun.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that commits a run: the listing of a large mailbox is thousands of rows, which are one transaction.
const { dataFolder, run } = workerData as CommitQuestion
await answerMain(async ({ alone }) => {
  const clock = { now: () => new Date(run.at) }
  const database = await openDatabase({ folder: dataFolder, now: () => run.at })
  try {
    const db = asWriteDb(database)
    const { discard } = createDrafts({ db, clock, ids: { next: randomUUID } })
    await alone(() => commitRun({ db, clock, discardDraft: discard }, run))
  } finally {
    database.close()
  }
})
