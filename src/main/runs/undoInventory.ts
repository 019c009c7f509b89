import { reversibilityOf } from '../../shared/offboarding/catalogue.ts'
import type { UndoInventory } from '../../shared/offboarding/inventory.ts'
import { isOver } from '../../shared/offboarding/run.ts'
import type { PlanRequest } from '../../shared/offboarding/request.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { ReadDb } from '../db/sql.ts'
import { keyOf, type PhoneSystem } from '../phoneSystem/port.ts'
import { readRun } from './runRepository.ts'
import { readSteps } from './stepRepository.ts'

type Deps = { db: ReadDb; phoneSystem: PhoneSystem }

/** A step of a run, and what is left of what it took. Throws NOT_FOUND. */
export async function readUndoInventory(
  { db, phoneSystem }: Deps,
  { runId, position }: Extract<PlanRequest, { kind: 'undo' }>,
): Promise<UndoInventory> {
  const run = readRun(db, runId)
  const step = readSteps(db, runId)[position]
  if (step === undefined) throw new AppError('NOT_FOUND', `The run has no step ${position + 1}.`)
  const { title, action, status } = step
  const reversibility = reversibilityOf(action)
  return {
    undo: {
      runId,
      position,
      title,
      action,
      reversibility,
      status,
      runEnded: isOver(run.status),
    },
    subject: run.plan.subject,
    taken: reversibility === 'compensatable' ? await phoneSystem.taken(keyOf(runId, position)) : null,
  }
}
