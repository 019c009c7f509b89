import { AppError } from '../../../../shared/ipc/errors.ts'

/** What happened, as a sentence; main's names the next step, too. */
export function causeOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  return 'Something unexpected happened in the window.'
}

/** The next step where nobody knows a better one; null when the sentence of main names it. */
export function adviceFor(error: unknown): string | null {
  if (error instanceof AppError && error.code !== 'INTERNAL') return null
  return 'Try again. If it stays, restart Offhook.'
}
