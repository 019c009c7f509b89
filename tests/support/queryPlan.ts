import type { ReadDb } from '../../src/main/db/sql.ts'

/** How SQLite goes about a question, a step a line. */
export function queryPlan(db: ReadDb, sql: string, values: readonly unknown[] = []): string {
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map((row) => row.detail)
    .join('\n')
}
