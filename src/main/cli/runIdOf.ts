import { runId, type RunId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'

/** A run's id as it was typed. Throws NOT_FOUND for what cannot be one. */
export function runIdOf(text: string): RunId {
  const parsed = runId.safeParse(text)
  if (parsed.success) return parsed.data
  throw new AppError('NOT_FOUND', `There is no run "${text.slice(0, 80)}". The command runs lists those there are.`)
}
