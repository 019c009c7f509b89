import { Sqlite } from './sqlite.ts'

/** A lock that is held until it is given back, or until the process dies, however it dies. */
export type HeldLock = { release(): void }

/** How long the one that holds it alone may take: it only removes some files. */
const patience = 10_000

/** Holds a lock together with others; waits for one that holds it alone. The file is made when it is not there. */
export function holdTogether(file: string): HeldLock {
  return hold(file, patience, 'BEGIN; SELECT count(*) FROM sqlite_schema')
}

/** Holds a lock alone. Null when somebody else has it. */
export function holdAlone(file: string): HeldLock | null {
  try {
    return hold(file, 0, 'BEGIN EXCLUSIVE')
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

function hold(file: string, timeout: number, take: string): HeldLock {
  const db = new Sqlite(file, { timeout })
  try {
    db.exec(take)
  } catch (error) {
    db.close()
    throw error
  }
  return { release: () => void db.close() }
}
