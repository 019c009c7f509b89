import { AppError } from '../../shared/ipc/errors.ts'
import type { Action } from '../../shared/offboarding/action.ts'
import { deskBlockers, ownBlockers } from '../../shared/offboarding/desk.ts'
import type { Blocker } from '../../shared/offboarding/findings.ts'
import { deletesAccount, refusedSteps, type Plan } from '../../shared/offboarding/plan.ts'
import type { Operator } from '../../shared/offboarding/step.ts'
import { subjectInText } from '../../shared/offboarding/subject.ts'
import { refusedTargets } from '../../shared/offboarding/targets.ts'
import type { ReadDb } from '../db/sql.ts'
import type { RunRow } from './rows.ts'
import { giverOf } from './surroundingsRepository.ts'

export function blocked(blockers: readonly Blocker[]): AppError {
  const said = blockers.map((blocker) => `${blocker.message} ${blocker.remedy}`).join(' ')
  return new AppError('BLOCKED', said, { blockers })
}

export function unfinishedRun({ id, plan }: RunRow): AppError {
  const message = `An unfinished run for ${subjectInText(plan.subject)} exists. Continue it or give it up first.`
  return new AppError('CONFLICT', message, { runId: id })
}

/** Before what cannot be undone, the person is named once more by hand. Throws NOT_APPROVED. */
export function requireConfirmation(plan: Plan, confirm: string | null): void {
  const { subject } = plan
  if (!deletesAccount(plan) || subject.kind !== 'person') return
  const expected = subject.extension ?? subject.userName
  if (confirm?.trim() !== expected)
    throw new AppError('NOT_APPROVED', `Type ${expected} to confirm the deletion of ${subject.name}.`)
}

/** What is asked again before a run goes on with the steps that are left. Throws BLOCKED. */
export function requireUnblocked(db: ReadDb, plan: Plan, left: readonly Action[], operator: Operator): void {
  const { subject } = plan
  const giver = giverOf(db, plan)
  const kinds = left.map(({ kind }) => kind)
  const { primaryOperator } = giver.surroundings
  const blockers = [
    ...refusedSteps(left, operator),
    ...refusedTargets(giver, left),
    ...(subject.kind === 'person' ? deskBlockers(subject, kinds, { operator, primaryOperator }) : []),
  ]
  if (blockers.length > 0) throw blocked(blockers)
}

/** Throws BLOCKED for the person whom the plan is about. */
export function requireNotOwn({ subject }: Plan, operator: Operator): void {
  const blockers = subject.kind === 'person' ? ownBlockers(subject, operator) : []
  if (blockers.length > 0) throw blocked(blockers)
}
