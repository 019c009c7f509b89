import { referenceOf } from '../../shared/offboarding/subject.ts'
import { appendAudit } from '../audit/repository.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../db/sql.ts'
import type { RunRow, StepRow } from './rows.ts'
import { endStep, markUndone } from './stepRepository.ts'

/** run.operator: for whom the step is done. */
export type StepOfRun = { run: RunRow; step: StepRow }

/** Outcome and audit entry; call inside the transaction of the change. Throws CONFLICT for an undo of what is undone. */
export function settleStep(
  { db, clock }: { db: WriteDb; clock: Clock },
  { run, step }: StepOfRun,
  outcome: string,
  detail: Record<string, unknown> = {},
): void {
  const at = clock.now().toISOString()
  endStep(db, run.id, step.position, { status: 'done', outcome, error: null, at })
  if (step.action.kind === 'undo') markUndone(db, step.action.runId, step.action.position)
  appendAudit(db, clock, {
    operator: run.operator,
    action: `run.${step.action.kind}`,
    subject: referenceOf(run.plan.subject),
    detail: { run: run.id, plan: run.plan_hash, outcome, action: step.action, ...detail },
  })
}
