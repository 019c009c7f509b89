import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { createThreadReader } from '../src/main/features/analytics/inThread.ts'
import { analyticsFilter, billFilter, type AnalyticsFilter } from '../src/shared/analytics/model.ts'
import { siteId, userId } from '../src/shared/ids.ts'
import { largeData } from './support/largeData.ts'
import { print } from './support/measurement.ts'

const barFirstRows = 200
const barTotals = 5000

/**
 * The Analytics page with a million calls, as the window asks it: the first rows of every kind of filter while the
 * counts of the last one are under way and are stopped, and the slowest count of all. The bare work is one scan.
 */
const folder = process.argv[2]?.startsWith('/') === true ? process.argv[2] : largeData()
const db = new Database(join(folder, 'offhook.sqlite'), { readonly: true })
const filters = filtersOf(db)
const thread = () =>
  createThreadReader(resolve('out', 'main', 'analytics.js'), { dataFolder: folder, zone: 'America/New_York' })
// As the service does it: rows in one, counts in the other.
const [reader, counter] = [thread(), thread()]
const noPeople = await timeOf(() => reader.people({ search: 'nobody', goneOnly: false }))
const rows: Record<string, number> = {}
const totals: Record<string, number> = {}
for (const [name, filter] of Object.entries(filters)) {
  const left = new AbortController()
  const counts = [counter.callTotals(filters['all']!, left.signal), counter.extensionTotals(filter, left.signal)]
  const settled = Promise.allSettled(counts)
  left.abort()
  rows[name] = await timeOf(() => reader.calls({ filter, limit: 100 }))
  await settled
}
for (const [name, filter] of Object.entries(filters)) {
  totals[name] = await timeOf(() => Promise.all([counter.callTotals(filter), counter.extensionTotals(filter)]))
  const { days } = await counter.callTotals(filter)
  const middle = days[Math.floor(days.length / 2)]
  if (middle !== undefined)
    rows[`${name}, middle`] = await timeOf(() =>
      reader.calls({ filter: { ...filter, to: middle.day }, skip: Math.floor(middle.calls / 2), limit: 100 }),
    )
}
totals['bills'] = await timeOf(() => counter.billTotals(billFilter.parse({})))
const scan = await timeOf(async () => db.prepare('SELECT count(*), sum(talk_seconds) FROM call_record').get())
await Promise.all([reader.close(), counter.close()])
db.close()
if (process.argv.includes('--each')) process.stdout.write(`${JSON.stringify({ noPeople, rows, totals }, null, 1)}\n`)
const [slowestRows, slowestTotals] = [rows, totals].map((times) => Math.max(...Object.values(times)))
print([
  {
    name: 'analytics-rows',
    unit: 'ms',
    ours: slowestRows!,
    peers: {},
    ratio: null,
    bar: `≤ ${barFirstRows} ms`,
    holds: slowestRows! <= barFirstRows,
  },
  {
    name: 'analytics-totals',
    unit: 'ms',
    ours: slowestTotals!,
    peers: { 'one scan of SQLite': scan },
    ratio: slowestTotals! / scan,
    bar: `≤ ${barTotals} ms`,
    holds: slowestTotals! <= barTotals,
  },
])

function filtersOf(calls: Database.Database): Record<string, AnalyticsFilter> {
  const one = (sql: string): string => String(calls.prepare(sql).pluck().get())
  const busiest = one(
    'SELECT caller_user_id FROM call_record WHERE caller_user_id NOTNULL GROUP BY 1 ORDER BY count(*) DESC',
  )
  const person = { kind: 'person' as const, userId: userId.parse(busiest) }
  const extension = one('SELECT extension_number FROM extension ORDER BY rowid DESC')
  const site = siteId.parse(one('SELECT site_id FROM user GROUP BY 1 ORDER BY count(*)'))
  const number = (beginning: string) => ({ kind: 'number' as const, number: beginning })
  return Object.fromEntries(
    Object.entries({
      all: {},
      person: { who: person },
      'person and number': { who: person, peer: number('+1') },
      extension: { who: { kind: 'extension' as const, extension } },
      'common number': { who: number('+1') },
      'rare number': { who: number('+4930') },
      'no number': { who: number('+99999') },
      site: { site },
      'site, incoming': { site, direction: 'incoming' as const },
      gone: { goneOnly: true },
      'gone, voicemail': { goneOnly: true, disposition: 'Voicemail' as const },
      voicemail: { disposition: 'Voicemail' as const },
      'a month': { from: '2026-03-01', to: '2026-03-31' },
    }).map(([name, filter]) => [name, analyticsFilter.parse(filter)]),
  )
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
