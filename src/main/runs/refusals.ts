import { AppError } from '../../shared/ipc/errors.ts'
import type { Blocker } from '../../shared/offboarding/findings.ts'
import { deletesAccount, type Plan } from '../../shared/offboarding/plan.ts'
import { subjectInText } from '../../shared/offboarding/subject.ts'
import type { RunRow } from './rows.ts'

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
