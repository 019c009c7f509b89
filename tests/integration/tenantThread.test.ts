import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { createTenantService } from '../../src/main/features/tenant/service.ts'
import { buildCli } from '../support/cli.ts'
import { countingIds, fixedClock } from '../support/clock.ts'
import { testFolder } from '../support/folder.ts'

const size = { users: 1000, calls: 8000, messages: 500 }
const indexes = "SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') ORDER BY name"

async function openWithThread() {
  const dataFolder = testFolder()
  const clock = fixedClock()
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  onTestFinished(() => void database.close())
  const given = { db: asWriteDb(database), dataFolder, voicesFolder: resolve('resources/demo/voices'), clock }
  const tenant = createTenantService({
    ...given,
    ids: countingIds('n'),
    demoWorker: resolve('out', 'main', 'createDemo.js'),
  })
  return { database, dataFolder, tenant, rows: (sql: string) => database.prepare(sql).raw().all() }
}

describe('a large demo company in the thread', () => {
  beforeAll(buildCli, 120_000)

  it('is made while this thread answers, with every index as it was', async () => {
    const { database, tenant, rows } = await openWithThread()
    const before = rows(indexes)
    const progress: number[] = []
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await tenant.createDemo(size, ({ done }) => progress.push(done))
    delay.disable()
    expect(rows(indexes)).toEqual(before)
    expect(tenant.status().users).toBe(1000)
    expect(rows('SELECT count(*) FROM call_record')).toEqual([[8000]])
    expect(rows('SELECT count(*) FROM user_search_stale')).toEqual([[0]])
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(progress.length).toBeGreaterThan(1)
    // Half of the time is far from standing still, and far from what a busy machine does to a timer.
    expect(delay.percentile(50) / 1e6).toBeLessThan(50)
  })

  it('leaves neither rows nor files when it is cancelled', async () => {
    const { dataFolder, tenant, rows } = await openWithThread()
    const cancel = new AbortController()
    const creation = tenant.createDemo(size, () => cancel.abort(), cancel.signal)
    await expect(creation).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(rows('SELECT count(*) FROM user')).toEqual([[0]])
    expect(readdirSync(join(dataFolder, 'audio'))).toEqual([])
    expect(existsSync(join(dataFolder, 'demo.unfinished'))).toBe(false)
    await tenant.createDemo({}, () => {})
    expect(tenant.status().users).toBe(48)
  })
})
