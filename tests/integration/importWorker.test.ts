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
  const imports = createImports({
    db: asWriteDb(opened.database),
    dataFolder: opened.folder,
    clock: { now: () => new Date() },
    ids: { next: () => 'unused' },
    operator: () => ({ name: 'tester' }),
    thread: (script) => resolve('out', 'main', script),
  })
  const imported = () => opened.rows("SELECT count(*) AS n FROM user WHERE user_name LIKE 'user%'")[0]?.['n']
  return { ...opened, imports, imported }
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
