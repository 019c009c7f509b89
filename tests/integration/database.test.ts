import Database from 'better-sqlite3'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { testFolder } from '../support/folder.ts'

const now = () => '2026-11-23T10:00:00.000Z'
const open = (folder: string, steps = migrations) => openDatabase({ folder, now, steps })

describe('opening a data folder', () => {
  it('holds every pragma that durability needs', async () => {
    const db = await open(testFolder())
    const read = (name: string): unknown => db.pragma(name, { simple: true })
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('trusted_schema')]).toEqual([
      'wal',
      2,
      1,
      0,
    ])
    db.close()
  })

  it('refuses a database of a newer version and leaves it untouched', async () => {
    const folder = testFolder()
    const newer = await open(folder, [
      ...migrations,
      { id: 99, name: 'future', sql: 'CREATE TABLE future (id TEXT) STRICT' },
    ])
    newer.close()
    const before = readFileSync(join(folder, 'offhook.sqlite'))
    await expect(open(folder)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(readFileSync(join(folder, 'offhook.sqlite')).equals(before)).toBe(true)
  })

  it('refuses a shipped migration that was edited', async () => {
    const folder = testFolder()
    const db = await open(folder)
    db.close()
    const edited = migrations.map((one) => (one.id === 1 ? { ...one, sql: `${one.sql}\n-- edited` } : one))
    await expect(open(folder, edited)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('says in a sentence that the file is damaged, and leaves it as it is', async () => {
    const folder = testFolder()
    writeFileSync(
      join(folder, 'offhook.sqlite'),
      'this is not a database, but it is long enough to be looked at as one'.repeat(20),
    )
    await expect(open(folder)).rejects.toMatchObject({ code: 'DATABASE_PROBLEM' })
    expect(readFileSync(join(folder, 'offhook.sqlite'), 'utf8')).toContain('this is not a database')
  })

  it('backs the rows up before it migrates them', async () => {
    const folder = testFolder()
    const old = await open(folder, migrations.slice(0, 1))
    old.exec("INSERT INTO tenant VALUES (1, 'Example', 'own', '2026-01-01T00:00:00.000Z')")
    old.close()
    const migrated = await open(folder)
    migrated.close()
    const copy = new Database(join(folder, 'offhook.sqlite.before-0002'), { readonly: true })
    expect(copy.prepare('SELECT name FROM tenant').pluck().get()).toBe('Example')
    expect(copy.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'run'").pluck().get()).toBe(0)
    copy.close()
    // Whoever reads the copy has its -wal and -shm beside it; nothing is left of the writing.
    expect(readdirSync(folder).filter((name) => name.includes('.partial'))).toEqual([])
  })
})

describe('migrations', () => {
  it('rise in number and make strict tables only', () => {
    const ids = migrations.map((one) => one.id)
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
    const db = new Database(':memory:')
    migrate(db, migrations, now)
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  it.each(migrations.slice(1).map((one, index) => [one.id, one.name, index + 1] as const))(
    '%i %s keeps the rows of the version before it',
    (_id, _name, at) => {
      const db = new Database(':memory:')
      migrate(db, migrations.slice(0, at), now)
      db.exec(readFileSync('tests/support/rows.sql', 'utf8'))
      const before = rowsOf(db)
      migrate(db, migrations.slice(at), now)
      expect(rowsOf(db)).toMatchObject(before)
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    },
  )
})

function rowsOf(db: Database.Database): Record<string, unknown[]> {
  const tables = db
    .prepare(
      // audit_subject held nothing that does not stand in the entries, and is gone.
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('schema_migration', 'audit_subject') AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]))
}
