import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { isHeadFileKept, noteHeadFile } from '../../src/main/audit/repository.ts'
import { migrate } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { readPolicy } from '../../src/main/features/retention/repository.ts'
import { fixedClock } from '../support/clock.ts'

const now = (): string => '2026-11-26T10:00:00.000Z'

// Would catch: a head file that is missed in a folder of the version before, which never said that it had one.
it('a folder of the version before doubts no clock and misses no head file', () => {
  const database = new Database(':memory:')
  database.pragma('foreign_keys = ON')
  const [earlier, later] = [migrations.filter(({ id }) => id < 34), migrations.filter(({ id }) => id >= 34)]
  migrate(database, earlier, now)
  database.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  database.exec("UPDATE retention SET latest_at = '2026-11-25T08:00:00.000Z'")
  migrate(database, later, now)
  const db = asWriteDb(database)
  expect(readPolicy(db).latestAt).toBe('2026-11-25T08:00:00.000Z')
  expect(db.prepare('SELECT doubted_at FROM retention').pluck().get()).toBeNull()
  expect(isHeadFileKept(db)).toBe(false)
  noteHeadFile(db, fixedClock())
  expect(isHeadFileKept(db)).toBe(true)
})
