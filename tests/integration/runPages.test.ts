import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runPageSql } from '../../src/main/runs/runRepository.ts'
import { startTestApp } from '../support/app.ts'
import { cli, jsonLines } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { queryPlan } from '../support/queryPlan.ts'
import { demoFolder } from '../support/services.ts'

const ended = 230

/** The one run of a data folder, and many like it: older ones that ended, and the oldest of all that failed. */
function addRunsLikeIt(data: string): void {
  const db = new Database(join(data, 'offhook.sqlite'))
  const run = db.prepare<[], Record<string, unknown>>('SELECT * FROM run').get()!
  const names = Object.keys(run)
  const insert = db.prepare(
    `INSERT INTO run (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  )
  const add = (index: number, status: string) =>
    insert.run({
      ...run,
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      status,
      created_at: new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString(),
    })
  add(0, 'failed')
  for (let index = 1; index <= ended; index += 1) add(index, 'done')
  db.close()
}

it('runs are read page by page, each once, and one that can still go on is not buried under those that ended', async () => {
  const data = await demoFolder()
  const { code } = await cli([
    'offboard',
    'dana.whitfield',
    '--archive',
    testFolder(),
    '--confirm',
    '1042',
    '--data',
    data,
  ])
  expect(code).toBe(0)
  addRunsLikeIt(data)
  const { ask, signInAs } = await startTestApp(data)
  await signInAs('margaret.osei')
  const pages = [
    await ask('runs.list', {}),
    await ask('runs.list', { offset: 100 }),
    await ask('runs.list', { offset: 200 }),
    await ask('runs.list', { offset: 300 }),
  ]
  expect(pages.map((page) => page.length)).toEqual([100, 100, 32, 0])
  const runs = pages.flat()
  expect(new Set(runs.map(({ id }) => id)).size).toBe(ended + 2)
  expect(runs[0]?.status).toBe('failed')
  const times = runs.slice(1).map(({ createdAt }) => createdAt)
  expect(times).toEqual(times.toSorted().toReversed())
  const told = jsonLines((await cli(['runs', '--json', '--data', data])).out)
  expect(told.map(({ id }) => id)).toEqual(runs.map(({ id }) => id))
})

it('a page is read out of an index, without going through every run and without sorting', async () => {
  const db = new Database(join(await demoFolder(), 'offhook.sqlite'), { readonly: true })
  expect(queryPlan(db, runPageSql, [50, 0])).toBe('SCAN listed USING COVERING INDEX run_in_order')
  db.close()
})
