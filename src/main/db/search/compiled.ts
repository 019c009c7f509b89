import type { Statement } from 'better-sqlite3'
import type { ReadDb } from '../sql.ts'

/** The lists that are on the screen ask some twenty; every filter makes others. */
const kept = 100

const known = new WeakMap<ReadDb, Map<string, Statement>>()

/**
 * A statement of a connection that answers the first column of its rows. It is compiled once while it is among those that
 * were asked last: compiling took an eighth of a search, at every letter anew.
 */
export function compiled<Value>(db: ReadDb, sql: string): Statement<unknown[], Value> {
  const statements = known.get(db) ?? new Map<string, Statement>()
  known.set(db, statements)
  const statement = statements.get(sql) ?? db.prepare(sql).pluck()
  // The one that was used last goes last.
  statements.delete(sql)
  statements.set(sql, statement)
  const [oldest] = statements.keys()
  if (statements.size > kept && oldest !== undefined) statements.delete(oldest)
  return statement as Statement<unknown[], Value>
}
