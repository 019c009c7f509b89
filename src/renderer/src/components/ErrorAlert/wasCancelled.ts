import { AppError } from '../../../../shared/ipc/errors.ts'

/** It was stopped by whoever started it: no error. */
export function wasCancelled(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'CANCELLED'
}
