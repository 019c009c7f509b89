import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { AppError } from '../../shared/ipc/errors.ts'

export type Migration = { id: number; name: string; sql: string }

const checksum = (sql: string): string => createHash('sha256').update(sql).digest('hex')

/** The ids still to be applied. Throws CONFLICT when the database is newer than the app or a shipped migration was edited. */
export function pendingMigrations(db: Database.Database, migrations: readonly Migration[]): Migration[] {
  const applied = appliedChecksums(db)
  const newest = migrations.at(-1)?.id ?? 0
  for (const id of applied.keys()) {
    if (id > newest) {
      throw new AppError(
        'CONFLICT',
        'The data folder was used by a newer version of Offhook. Install that version; nothing was changed.',
        { id },
      )
    }
  }
  return migrations.filter((migration) => {
    const known = applied.get(migration.id)
    if (known === undefined) return true
    if (known !== checksum(migration.sql))
      throw new AppError('CONFLICT', `The shipped migration ${migration.name} was edited.`, { id: migration.id })
    return false
  })
}

/** Applies each in a transaction of its own, with its checksum. */
export function migrate(db: Database.Database, pending: readonly Migration[], now: () => string): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS schema_migration (id INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  )
  for (const migration of pending) {
    db.transaction(() => {
      db.exec(migration.sql)
      db.prepare('INSERT INTO schema_migration VALUES (?, ?, ?, ?)').run(
        migration.id,
        migration.name,
        checksum(migration.sql),
        now(),
      )
    }).immediate()
  }
}

function appliedChecksums(db: Database.Database): Map<number, string> {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'").get()
  if (table === undefined) return new Map()
  const rows = db.prepare<[], { id: number; checksum: string }>('SELECT id, checksum FROM schema_migration').all()
  return new Map(rows.map((row) => [row.id, row.checksum]))
}
