/** Every code that may cross a process boundary; the renderer and the command line map codes, never texts. */
export const errorCodes = [
  'VALIDATION_FAILED',
  'FORBIDDEN_SENDER',
  'NOT_SIGNED_IN',
  'LOCKED',
  'SIGN_IN_REFUSED',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'CONFLICT',
  'BLOCKED',
  'NOT_APPROVED',
  'PLAN_DRIFTED',
  'ARCHIVE_NOT_PROVEN',
  'ARCHIVE_INVALID',
  'DISK_FULL',
  'FILE_PROBLEM',
  'DATABASE_PROBLEM',
  'IMPORT_REJECTED',
  'CANCELLED',
  'INTERNAL',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export type ErrorDetails = Readonly<Record<string, unknown>>

/** The only error that may cross a process boundary: a closed code, a sentence with the way out, plain details. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

export type Failure = { ok: false; error: { code: ErrorCode; message: string; details: ErrorDetails } }
export type Result<T> = { ok: true; value: T } | Failure

/** Turns anything thrown into a failure; what is not an AppError says nothing of paths, SQL or stacks. */
export function toFailure(error: unknown): Failure {
  const known =
    error instanceof AppError
      ? error
      : new AppError('INTERNAL', 'Something unexpected happened. The log file has the cause.')
  return { ok: false, error: { code: known.code, message: known.message, details: known.details } }
}

export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
