import type { WriteDb } from './sql.ts'

/**
 * Commits a change as one transaction. For the end of work of many turns, in which a thread may have borrowed the writing:
 * it waits for that without standing still.
 */
export function commitWhenFree<T>(db: WriteDb, change: () => T): Promise<T> {
  return db.writer.alone(() => db.transaction(change).immediate())
}
