import { AppError, toFailure, type Failure } from '../../shared/ipc/errors.ts'
import { toDatabaseProblem } from '../db/databaseErrors.ts'

/** An error on its way between threads, which take its code and its details away. */
export type ThreadFailure = { error: Failure['error']; cause: string }

/** An error of SQLite becomes ours here, as long as it has its code. */
export function toThreadFailure(error: unknown): ThreadFailure {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { error: toFailure(toDatabaseProblem(error)).error, cause }
}

/** What is not ours stays an unknown error, so that main logs its cause. */
export function fromThreadFailure({ error: { code, message, details }, cause }: ThreadFailure): Error {
  return code === 'INTERNAL' ? new Error(cause) : new AppError(code, message, details, { cause })
}
