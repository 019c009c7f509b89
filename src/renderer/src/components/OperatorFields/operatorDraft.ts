import { AppError } from '../../../../shared/ipc/errors.ts'
import { newOperator, newPassword } from '../../../../shared/operators/model.ts'

/** A new operator while it is typed. */
export type OperatorDraft = { name: string; userName: string; password: string; again: string }
export const emptyOperator: OperatorDraft = { name: '', userName: '', password: '', again: '' }

export type OperatorProblems = { [K in keyof OperatorDraft]?: string }

/** What is wrong with it, field by field, or null when nothing is. */
export function operatorProblems({ again, ...operator }: OperatorDraft): OperatorProblems | null {
  const problems: OperatorProblems = {}
  const { name, userName } = newOperator.shape
  if (!name.safeParse(operator.name).success) problems.name = 'Enter the name.'
  const checkedUserName = userName.safeParse(operator.userName)
  if (!checkedUserName.success)
    problems.userName =
      operator.userName.trim() === '' ? 'Enter a user name.' : (checkedUserName.error.issues[0]?.message ?? '')
  const password = passwordProblem(operator.password)
  if (password !== null) problems.password = password
  else if (again !== operator.password) problems.again = 'The two passwords are not the same.'
  return Object.keys(problems).length === 0 ? null : problems
}

/** Whether it was the password of whoever asks that main did not accept. */
export function refusesPassword(error: unknown): boolean {
  return error instanceof AppError && error.code === 'SIGN_IN_REFUSED'
}

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string): string | null {
  const checked = newPassword.safeParse(password)
  return checked.success ? null : (checked.error.issues[0]?.message ?? '')
}
