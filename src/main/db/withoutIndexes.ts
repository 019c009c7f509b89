import type { WriteDb } from './sql.ts'

type Index = { name: string; sql: string }

/**
 * Does the work without those indexes of some tables that are no key, then builds each in one go: a million rows are
 * sorted once instead of being put in their places one by one. Call it inside a transaction, so that none is ever missing.
 */
export function withoutIndexes(db: WriteDb, tables: readonly string[], work: () => void): void {
  const indexes = db
    .prepare<[string], Index>(
      `SELECT name, sql FROM sqlite_schema
        WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
    )
    .all(JSON.stringify(tables))
  for (const { name } of indexes) db.prepare(`DROP INDEX "${name}"`).run()
  work()
  for (const { sql } of indexes) db.prepare(sql).run()
}
