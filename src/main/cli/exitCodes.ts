import { assertNever, type ErrorCode } from '../../shared/ipc/errors.ts'

export const done = 0
export const failed = 1
export const badInput = 2
export const blocked = 3
export const notValid = 4

/** What an error means to the script that started the command. */
export function exitCodeOf(code: ErrorCode): number {
  switch (code) {
    case 'VALIDATION_FAILED':
    case 'NOT_FOUND':
    case 'IMPORT_REJECTED':
      return badInput
    case 'BLOCKED':
    case 'NOT_APPROVED':
    case 'PLAN_DRIFTED':
    case 'FORBIDDEN_SENDER':
    case 'NOT_SIGNED_IN':
    case 'LOCKED':
    case 'SIGN_IN_REFUSED':
    case 'NOT_ALLOWED':
      return blocked
    case 'ARCHIVE_NOT_PROVEN':
    case 'ARCHIVE_INVALID':
      return notValid
    case 'CONFLICT':
    case 'DISK_FULL':
    case 'FILE_PROBLEM':
    case 'DATABASE_PROBLEM':
    case 'CANCELLED':
    case 'INTERNAL':
      return failed
    default:
      return assertNever(code)
  }
}
