import type Database from 'better-sqlite3'

/** One transaction of many turns, in a thread that has its connection to itself: on main's, others would write into it. */
export async function longTransaction<T>(database: Database.Database, work: () => Promise<T>): Promise<T> {
  database.exec('BEGIN IMMEDIATE')
  try {
    const value = await work()
    database.exec('COMMIT')
    return value
  } catch (error) {
    // A full disk has rolled it back already.
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}
