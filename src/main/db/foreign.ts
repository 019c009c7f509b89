import type Database from 'better-sqlite3'
import { copyFileSync, lstatSync, rmSync } from 'node:fs'
import { AppError } from '../../shared/ipc/errors.ts'
import type { ReadDb } from './sql.ts'
import { Sqlite } from './sqlite.ts'

/** A database of another program, as it was when it was opened. */
export type ForeignDb = ReadDb & { close(): void }

/** The database, its write-ahead log and its rollback journal; the shared memory of a log is made anew. */
const parts = ['', '-wal', '-journal']
const attempts = 5

/**
 * Copies the SQLite database of another program, with what its log holds, and opens the copy: opening the file itself
 * would write beside it, and opening it as immutable would miss the log. What is written meanwhile makes it copy again.
 * The copy has all that the program knows, PINs too: it belongs into a temporary folder. Throws FILE_PROBLEM, IMPORT_REJECTED.
 */
export function openForeign(path: string, copy: string): ForeignDb {
  copyStable(path, copy)
  return openCopy(copy)
}

function copyStable(path: string, copy: string): void {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = stateOf(path)
    try {
      for (const part of parts) {
        rmSync(copy + part, { force: true })
        if (lstatSync(path + part, { throwIfNoEntry: false })?.isFile() === true) copyFileSync(path + part, copy + part)
      }
    } catch (cause) {
      // A journal comes and goes with each change.
      if (stateOf(path) === before) throw unreadable(cause)
      continue
    }
    if (stateOf(path) === before) return
  }
  throw new AppError(
    'FILE_PROBLEM',
    'The database changed again and again while it was copied. Stop the phone system for a moment, or import a copy.',
  )
}

function stateOf(path: string): string {
  return parts
    .map((part) => {
      const facts = lstatSync(path + part, { bigint: true, throwIfNoEntry: false })
      return facts === undefined ? '-' : `${facts.ino} ${facts.size} ${facts.mtimeNs}`
    })
    .join(' ')
}

/** Nothing that its schema says is run. */
function openCopy(path: string): Database.Database {
  try {
    const database = new Sqlite(path, { fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    database.pragma('query_only = ON')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return database
  } catch (cause) {
    throw new AppError('IMPORT_REJECTED', 'The file is no SQLite database, or a damaged one.', {}, { cause })
  }
}

function unreadable(cause: unknown): AppError {
  return new AppError('FILE_PROBLEM', 'The database cannot be read. Check its permissions.', {}, { cause })
}
