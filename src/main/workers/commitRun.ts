import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { clockFrom } from '../clock.ts'
import { longTransaction } from '../db/longTransaction.ts'
import { openDatabase } from '../db/open.ts'
import { asWriteDb } from '../db/sql.ts'
import { deleteDraft } from '../features/offboarding/draftRepository.ts'
import { createEmbeddedPhoneSystem } from '../phoneSystem/embedded/system.ts'
import { approvedPlan } from '../runs/approvedPlan.ts'
import { commitRun, runOf, type CommitQuestion } from '../runs/commitRun.ts'
import { createPlanner } from '../runs/planner.ts'
import { answerMain } from './answerMain.ts'

// Entry of a thread that commits a run: the listing of a large mailbox is thousands of rows, which are one transaction.
const question = workerData as CommitQuestion
const { dataFolder, now } = question
const run = runOf(question)
const { request, plan, operator, inventory } = run
const clock = clockFrom(now)
await answerMain(async ({ alone }) => {
  const database = await openDatabase({ folder: dataFolder, now: () => now })
  const db = asWriteDb(database)
  const given = { db, clock, ids: { next: randomUUID }, audioFolder: join(dataFolder, 'audio') }
  const planner = createPlanner({ ...given, phoneSystem: createEmbeddedPhoneSystem(given), operator: () => operator })
  const commit = async (): Promise<void> => {
    // Others may have written since main looked.
    await approvedPlan(planner, { request, planHash: plan.hash }, inventory)
    commitRun({ db, clock, discardDraft: (id) => deleteDraft(db, id) }, run)
  }
  try {
    await alone(() => longTransaction(database, commit))
  } finally {
    database.close()
  }
})
