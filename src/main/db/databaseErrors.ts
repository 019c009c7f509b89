import { AppError } from '../../shared/ipc/errors.ts'
import { systemCode } from '../files/diskErrors.ts'

/** What an error of SQLite becomes, with the way out; any other error stays as it is. Nothing that was committed is lost. */
export function toDatabaseProblem(error: unknown): unknown {
  const code = systemCode(error)
  const problem = (name: 'DISK_FULL' | 'CONFLICT' | 'DATABASE_PROBLEM', message: string): AppError =>
    new AppError(name, message, {}, { cause: error })
  if (error instanceof AppError || code?.startsWith('SQLITE_') !== true) return error
  if (code === 'SQLITE_FULL')
    return problem(
      'DISK_FULL',
      'The disk with the data folder is full, so nothing more can be recorded. Make room on it, then continue.',
    )
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return problem(
      'CONFLICT',
      'Another program is writing to the data folder. Wait until it has finished, then try again.',
    )
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return databaseDamaged(error)
  if (/^SQLITE_(READONLY|PERM|CANTOPEN)/.test(code))
    return problem(
      'DATABASE_PROBLEM',
      `The database in the data folder cannot be opened for writing (${code}). Check that the folder may be written to, then try again.`,
    )
  if (code.startsWith('SQLITE_IOERR'))
    return problem(
      'DATABASE_PROBLEM',
      `The disk with the data folder does not answer as it should (${code}). Check that it is connected and sound, then continue.`,
    )
  return error
}

export function databaseDamaged(cause: unknown): AppError {
  return new AppError(
    'DATABASE_PROBLEM',
    'The database in the data folder is damaged. Put it aside and restore the last copy; nothing was changed.',
    {},
    { cause },
  )
}
