import type { ReadDb } from '../sql.ts'
import { compiled } from './compiled.ts'

/** A piece of SQL and the values of its question marks. */
export type Condition = { sql: string; values: unknown[] }

/** Joins conditions that all must hold; none is no condition. */
export function allOf(parts: readonly (readonly [sql: string, ...values: unknown[]])[]): Condition {
  return {
    sql: parts.length === 0 ? 'TRUE' : parts.map(([sql]) => sql).join(' AND '),
    values: parts.flatMap(([, ...values]) => values),
  }
}

/** The ids that a question answers, one a row. */
export function idsOf(db: ReadDb, sql: string, values: readonly unknown[]): number[] {
  return compiled<number>(db, sql).all(...values)
}
