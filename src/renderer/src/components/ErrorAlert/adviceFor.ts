import { AppError, assertNever, type ErrorCode } from '../../../../shared/ipc/errors.ts'

/** What happened, as a sentence. */
export function causeOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  return 'Something unexpected happened in the window.'
}

/** The next step for a code; null when the sentence of main already names it. */
export function adviceFor(error: unknown): string | null {
  return error instanceof AppError ? adviceForCode(error.code) : 'Try again, or restart Offhook.'
}

function adviceForCode(code: ErrorCode): string | null {
  switch (code) {
    case 'DISK_FULL':
      return 'Free some space or choose another folder, then try again.'
    case 'DATABASE_PROBLEM':
      return 'Check that the data folder can be written, then try again.'
    case 'FILE_PROBLEM':
      return 'Check that the file or folder is there and can be read, then try again.'
    case 'PLAN_DRIFTED':
      return 'Review the plan again: something changed since it was approved.'
    case 'ARCHIVE_NOT_PROVEN':
    case 'ARCHIVE_INVALID':
      return 'Nothing was removed. Verify the archive on the Archives page.'
    case 'INTERNAL':
      return 'Try again. If it stays, restart Offhook.'
    case 'VALIDATION_FAILED':
    case 'FORBIDDEN_SENDER':
    case 'NOT_SIGNED_IN':
    case 'LOCKED':
    case 'SIGN_IN_REFUSED':
    case 'NOT_ALLOWED':
    case 'NOT_FOUND':
    case 'CONFLICT':
    case 'BLOCKED':
    case 'NOT_APPROVED':
    case 'IMPORT_REJECTED':
    case 'CANCELLED':
      return null
    default:
      return assertNever(code)
  }
}
