import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeLargeCsv } from '../../bench/support/importUsers.ts'
import { createImports } from '../../src/main/features/imports/service.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { fileOf, openImports } from '../support/importData.ts'

const rows = 5000

async function openWithWorker() {
  const opened = await openImports()
  const db = asWriteDb(opened.database)
  const imports = createImports({
    db,
    dataFolder: opened.folder,
    clock: { now: () => new Date() },
    ids: { next: () => 'unused' },
    operator: () => ({ name: 'tester' }),
    clearUnfinished: async () => undefined,
    thread: (script) => resolve('out', 'main', script),
  })
  const imported = () => opened.rows("SELECT count(*) AS n FROM user WHERE user_name LIKE 'user%'")[0]?.['n']
  return { ...opened, db, imports, imported }
}

describe('importing a large file in the thread', () => {
  beforeAll(buildCli, 120_000)

  it('imports all of it while this thread answers', async () => {
    const { imports, imported } = await openWithWorker()
    const path = await writeLargeCsv(testFolder(), rows)
    const progress: number[] = []
    let turns = 0
    const timer = setInterval(() => (turns += 1), 5)
    const started = performance.now()
    const result = await imports.users({ path, skipInvalid: false, report: ({ done }) => progress.push(done) })
    clearInterval(timer)
    expect(result).toEqual({ imported: rows, skipped: 0, problems: [] })
    expect(imported()).toBe(rows)
    expect(progress.at(-1)).toBe(rows)
    expect(turns).toBeGreaterThan((performance.now() - started) / 100)
  })

  // A write of main that meets the thread's transaction stands still for seconds, and the window with it.
  it('tells main before it keeps others from writing, and again when it is over', async () => {
    const { imports, database, db } = await openWithWorker()
    database.pragma('busy_timeout = 0')
    const knownWhenRefused: boolean[] = []
    const timer = setInterval(() => {
      // Main is busy with something else when it is told, and hears it only then.
      const until = performance.now() + 80
      while (performance.now() < until);
      try {
        database.exec('BEGIN IMMEDIATE')
        database.exec('ROLLBACK')
      } catch {
        knownWhenRefused.push(db.writer.lent())
      }
    }, 2)
    await imports.users({ path: await writeLargeCsv(testFolder(), rows), skipInvalid: false })
    clearInterval(timer)
    await db.writer.free()
    expect(knownWhenRefused.length).toBeGreaterThan(0)
    expect(knownWhenRefused).not.toContain(false)
    expect(db.writer.lent()).toBe(false)
  })

  it('answers the problems of a bad file, and imports nothing', async () => {
    const { imports, imported } = await openWithWorker()
    const lines = Array.from(
      { length: rows },
      (_, index) => `user${index},Ada,${index === 4000 ? '' : 'Lovelace'},aaaaaaaaaaaaaaaaaaaaa`,
    )
    const path = fileOf(`Login,First name,Last name,Department\n${lines.join('\n')}`)
    await expect(imports.users({ path, skipInvalid: false })).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
      details: { problems: [{ line: 4002, column: 'lastName' }], problemCount: 1 },
    })
    expect(imported()).toBe(0)
  })

  it('stops when it is cancelled, and imports nothing', async () => {
    const { imports, imported } = await openWithWorker()
    const path = await writeLargeCsv(testFolder(), rows)
    const control = new AbortController()
    const running = imports.users({ path, skipInvalid: false, signal: control.signal, report: () => control.abort() })
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(imported()).toBe(0)
  })
})
