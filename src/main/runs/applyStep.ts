import type { PhoneSystemAction } from '../../shared/offboarding/action.ts'
import type { AnyInventory } from '../../shared/offboarding/inventory.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'
import { keyOf, type PhoneSystem } from '../phoneSystem/port.ts'
import { runInThread } from '../workers/runInThread.ts'
import { requireAllProven } from './proof.ts'
import { hasEnded } from './rows.ts'
import { settleStep, type StepOfRun } from './settleStep.ts'
import { readSteps } from './stepRepository.ts'

export type StepToApply = StepOfRun & { action: PhoneSystemAction }
/** now: the instant at which the thread was asked; its clock goes on from there. */
export type StepQuestion = { dataFolder: string; now: string; asked: StepToApply }
type Given = { db: WriteDb; clock: Clock; phoneSystem: PhoneSystem }

/** So many messages and calls are changed in some milliseconds. */
const fewRows = 1000

/**
 * How the phone system is asked for a step: in this turn or, for a large mailbox, by a built thread, since all of its messages
 * leave in one transaction.
 */
export function applyStepIn(
  script: string | null,
  dataFolder: string,
  given: Given,
): (step: StepToApply) => Promise<void> {
  return async (asked) => {
    const { run, step } = asked
    if (script === null || rowsOf(run.inventory) <= fewRows) return applyStep(given, asked)
    const { db, clock } = given
    const question: StepQuestion = { dataFolder, now: clock.now().toISOString(), asked }
    try {
      await runInThread<void>(script, question, { writer: db.writer })
    } catch (error) {
      // A thread that died after its commit: what the rows say is what happened.
      if (!hasEnded(readSteps(db, run.id)[step.position]!.status)) throw error
    }
  }
}

/** The change with its outcome and its audit entry. Throws PLAN_DRIFTED when something would go that is not proven. */
export function applyStep({ db, clock, phoneSystem }: Given, { run, step, action }: StepToApply): Promise<void> {
  return phoneSystem.apply(
    action,
    keyOf(run.id, step.position),
    ({ summary }) => settleStep({ db, clock }, { run, step }, summary),
    () => requireAllProven(db, run.id, action),
  )
}

/** How many messages and calls one step may change. */
function rowsOf(inventory: AnyInventory): number {
  if ('undo' in inventory) return (inventory.taken?.items ?? []).reduce((sum, { count }) => sum + count, 0)
  return inventory.voicemail.count + ('counts' in inventory ? inventory.counts.callLog : 0)
}
