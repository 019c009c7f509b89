import type Database from 'better-sqlite3'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { retryBusyNow } from '../files/retryBusy.ts'
import { databaseDamaged, toDatabaseProblem } from './databaseErrors.ts'
import { migrate, pendingMigrations, type Migration } from './migrate.ts'
import { migrations } from './migrations.ts'
import { Sqlite } from './sqlite.ts'

const fileName = 'offhook.sqlite'

export type OpenOptions = { folder: string; now: () => string; steps?: readonly Migration[] }

/**
 * Opens the database of a data folder: pragmas set and read back, backed up before it is migrated.
 * Throws DATABASE_PROBLEM when a pragma does not hold or the file is damaged, CONFLICT when it is newer than the app.
 */
export async function openDatabase({ folder, now, steps = migrations }: OpenOptions): Promise<Database.Database> {
  const path = join(folder, fileName)
  const existed = existsSync(path)
  const db = openFile(path)
  try {
    configure(db)
    const pending = pendingMigrations(db, steps)
    if (existed && pending.length > 0) await backUp(db, `${path}.before-${String(pending[0]!.id).padStart(4, '0')}`)
    migrate(db, pending, now)
    return db
  } catch (error) {
    db.close()
    throw toDatabaseProblem(error)
  }
}

/** A further connection to a data folder that is open already, for a thread that only reads. */
export function openForReading(folder: string): Database.Database {
  const db = new Sqlite(join(folder, fileName), { readonly: true, fileMustExist: true, timeout: 5000 })
  db.pragma('cache_size = -16384')
  return db
}

function openFile(path: string): Database.Database {
  try {
    return new Sqlite(path)
  } catch (error) {
    throw new AppError(
      'DATABASE_PROBLEM',
      'The data folder cannot be opened. Check that it exists and that you may write to it.',
      {},
      { cause: error },
    )
  }
}

/** WAL with synchronous=FULL: with NORMAL a power cut takes back committed rows. */
function configure(db: Database.Database): void {
  const wanted: [pragma: string, value: string | number][] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ...(process.platform === 'darwin'
      ? ([
          ['fullfsync', 1],
          ['checkpoint_fullfsync', 1],
        ] as [string, number][])
      : []),
  ]
  db.pragma('busy_timeout = 5000')
  for (const [pragma, value] of wanted) {
    db.pragma(`${pragma} = ${value}`)
    const actual: unknown = db.pragma(pragma, { simple: true })
    if (actual !== value)
      throw new AppError(
        'DATABASE_PROBLEM',
        `SQLite refuses ${pragma} = ${value} in this folder. Use a folder on a local disk.`,
      )
  }
}

/** A checked and flushed copy beside the database, whole or absent. */
async function backUp(db: Database.Database, target: string): Promise<void> {
  const partial = `${target}.partial`
  for (const rest of ['', '-wal', '-shm']) rmSync(`${partial}${rest}`, { force: true })
  await db.backup(partial)
  // Only a connection that may write takes its -wal and -shm away when it closes.
  const copy = new Sqlite(partial)
  const verdict: unknown = copy.pragma('quick_check', { simple: true })
  copy.close()
  if (verdict !== 'ok') throw databaseDamaged(verdict)
  flush(partial, 'r+')
  retryBusyNow(() => renameSync(partial, target))
  if (process.platform !== 'win32') flush(dirname(target), 'r')
}

/** Windows flushes a file only for whoever may write it; a folder is never opened for that. */
function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
