import { parse } from 'csv-parse/sync'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { ReadDb } from '../../src/main/db/sql.ts'
import { billPageSql } from '../../src/main/features/analytics/billRepository.ts'
import { callPageSql } from '../../src/main/features/analytics/callRepository.ts'
import { billConditions, callConditions } from '../../src/main/features/analytics/conditions.ts'
import { countByDaySql } from '../../src/main/features/analytics/dayRepository.ts'
import { countByExtensionSql } from '../../src/main/features/analytics/extensionRepository.ts'
import { createAnalytics } from '../../src/main/features/analytics/service.ts'
import { analyticsFilter, billFilter, type AnalyticsFilter, type CallRow } from '../../src/shared/analytics/model.ts'
import { siteId, userId } from '../../src/shared/ids.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

type FilterInput = z.input<typeof analyticsFilter>
const filterOf = (given: FilterInput): AnalyticsFilter => analyticsFilter.parse(given)
const ofPerson = (userName: string) => ({ kind: 'person' as const, userId: userId.parse(userName) })
const ofExtension = (number: string) => ({ kind: 'extension' as const, extension: number })
const ofNumber = (beginning: string) => ({ kind: 'number' as const, number: beginning })

async function openDemo(zone = 'UTC') {
  const { services, dataFolder } = await openTestServices(await demoFolder())
  const { db, directory } = services
  const analytics = createAnalytics({ db, dataFolder, worker: null, zone })
  const count = (sql: string, ...values: unknown[]): number => (db.prepare(sql).get(...values) as { n: number }).n
  return { db, analytics, directory, dataFolder, count }
}

/** Every page, as the export reads them. */
async function allCalls(
  analytics: Awaited<ReturnType<typeof openDemo>>['analytics'],
  filter: AnalyticsFilter,
  limit = 200,
) {
  const calls: CallRow[] = []
  for await (const page of analytics.callPages(filter, limit)) calls.push(...page)
  return calls
}

describe('the call history', () => {
  it('comes page by page with every call once, newest first, however small the page', async () => {
    const { analytics, count } = await openDemo()
    const calls = await allCalls(analytics, filterOf({ from: '2026-11-01' }), 7)
    expect(calls).toHaveLength(count("SELECT count(*) AS n FROM call_record WHERE started_at >= '2026-11-01'"))
    expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length)
    const times = calls.map(({ startedAt }) => startedAt)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  const dana = ofPerson('PERSON')
  it.each<[what: string, filter: FilterInput, where: string]>([
    ['a person on either side', { who: dana }, 'caller_user_id = :p OR callee_user_id = :p'],
    [
      'an extension on either side',
      { who: ofExtension('1042') },
      "caller_extension = '1042' OR callee_extension = '1042'",
    ],
    [
      'the beginning of a number',
      { who: ofNumber('+1212') },
      "caller_number GLOB '+1212*' OR callee_number GLOB '+1212*'",
    ],
    [
      'a number without its plus',
      { who: ofNumber('1212') },
      "caller_number GLOB '+1212*' OR callee_number GLOB '+1212*' OR caller_number GLOB '1212*' OR callee_number GLOB '1212*'",
    ],
    ['a direction', { direction: 'internal' }, 'caller_user_id IS NOT NULL AND callee_user_id IS NOT NULL'],
    ['an outcome', { disposition: 'Voicemail' }, "disposition = 'Voicemail'"],
    [
      'days, the last one included',
      { from: '2026-09-01', to: '2026-09-15' },
      "substr(started_at, 1, 10) BETWEEN '2026-09-01' AND '2026-09-15'",
    ],
    [
      'people who are gone',
      { goneOnly: true },
      'caller_user_id IN (SELECT id FROM user WHERE left_at IS NOT NULL) OR callee_user_id IN (SELECT id FROM user WHERE left_at IS NOT NULL)',
    ],
    [
      'a site, of which nearly every call is',
      { site: 'SITE', direction: 'incoming' },
      'callee_user_id IN (SELECT id FROM user WHERE site_id = :s) AND caller_user_id IS NULL',
    ],
    [
      'a site and an outcome, on one side people who have left',
      { site: 'SITE', goneOnly: true, disposition: 'Answered' },
      `disposition = 'Answered' AND (caller_user_id IN (SELECT id FROM user WHERE site_id = :s AND left_at IS NOT NULL)
        OR callee_user_id IN (SELECT id FROM user WHERE site_id = :s AND left_at IS NOT NULL))`,
    ],
    [
      'a person and a number on the other side',
      { who: dana, peer: ofNumber('+1') },
      "(caller_user_id = :p AND callee_number GLOB '+1*') OR (callee_user_id = :p AND caller_number GLOB '+1*')",
    ],
    [
      'an extension and a number on the other side',
      { who: ofExtension('1042'), peer: ofNumber('10') },
      "(caller_extension = '1042' AND callee_number GLOB '10*') OR (callee_extension = '1042' AND caller_number GLOB '10*')",
    ],
  ])('is filtered by %s, and the totals are of the same calls', async (_what, given, where) => {
    const { db, analytics, directory } = await openDemo()
    const person = directory.find('dana.whitfield')
    const site = siteId.parse(db.prepare("SELECT id FROM site WHERE name = 'Berlin'").pluck().get())
    const filter = filterOf({
      ...given,
      ...(given.who?.kind === 'person' && { who: { kind: 'person', userId: person } }),
      ...(given.site !== undefined && { site }),
    })
    const expected = db
      .prepare(
        `SELECT id, started_at, talk_seconds FROM call_record WHERE ${where} ORDER BY started_at DESC, rowid DESC`,
      )
      .all({ ...(where.includes(':p') && { p: person }), ...(where.includes(':s') && { s: site }) }) as {
      id: string
      talk_seconds: number
    }[]
    expect(expected.length).toBeGreaterThan(3)
    expect((await allCalls(analytics, filter)).map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    const totals = await analytics.callTotals(filter)
    expect(totals.calls).toBe(expected.length)
    expect(totals.talkSeconds).toBe(expected.reduce((sum, call) => sum + call.talk_seconds, 0))
    expect(totals.days.reduce((sum, { calls }) => sum + calls, 0)).toBe(expected.length)
    expect(totals.months.reduce((sum, { calls }) => sum + calls, 0)).toBe(expected.length)
  })

  // The window jumps to any row by the day in which it lies: an offset that is wrong by one shows a call twice.
  it.each<FilterInput>([{}, { who: ofNumber('1') }, { goneOnly: true }])(
    'by %j can be read from any row on, by its day and the rows to skip',
    async (given) => {
      const { analytics } = await openDemo('America/New_York')
      const calls = await allCalls(analytics, filterOf(given))
      const { days } = await analytics.callTotals(filterOf(given))
      let begins = 0
      for (const { day, calls: count } of days.toReversed()) {
        const skip = Math.floor(count / 2)
        const filter = filterOf({ ...given, to: day })
        const page = await analytics.calls({ filter, skip, limit: 3 })
        expect(page.calls.map(({ id }) => id)).toEqual(
          calls.slice(begins + skip, begins + skip + 3).map(({ id }) => id),
        )
        begins += count
      }
      expect(begins).toBe(calls.length)
    },
  )

  // Shown in local time and counted in UTC, the call of an evening would stand in the next day's list.
  it('has the days of the zone, also where the clocks change', async () => {
    const { db, analytics } = await openDemo('America/New_York')
    const add = db.prepare(
      "INSERT INTO call_record VALUES (?, ?, NULL, 'A', '+9991', NULL, 'B', '+9992', 7, 'Answered', NULL, NULL)",
    )
    add.run('evening', '2026-11-02T04:30:00.000Z')
    add.run('night', '2026-03-08T04:59:59.000Z')
    const filter = filterOf({ who: ofNumber('+999') })
    expect((await analytics.callTotals(filter)).days).toEqual([
      { day: '2026-03-07', calls: 1 },
      { day: '2026-11-01', calls: 1 },
    ])
    for (const [day, id] of [
      ['2026-11-01', 'evening'],
      ['2026-03-07', 'night'],
    ] as const) {
      expect((await allCalls(analytics, { ...filter, from: day, to: day })).map((call) => call.id)).toEqual([id])
      const all = await allCalls(analytics, filterOf({ from: day, to: day }))
      expect((await analytics.callTotals(filterOf({ from: day, to: day }))).calls).toBe(all.length)
    }
  })

  // The counts are kept between questions: calls that come or go meanwhile must not be missed or stay.
  it('counts calls that were added or taken away after the first look', async () => {
    const { db, analytics } = await openDemo()
    const all = filterOf({})
    const before = await analytics.callTotals(all)
    db.prepare(
      "INSERT INTO call_record VALUES ('new', '2026-11-23T09:00:00.000Z', NULL, 'A', '+1', NULL, 'B', '+2', 7, 'Answered', NULL, NULL)",
    ).run()
    expect(await analytics.callTotals(all)).toMatchObject({
      calls: before.calls + 1,
      talkSeconds: before.talkSeconds + 7,
    })
    db.prepare("DELETE FROM call_record WHERE id = 'new'").run()
    expect(await analytics.callTotals(all)).toEqual(before)
  })

  it('counts a call for every extension that took part, the busiest first', async () => {
    const { analytics, count } = await openDemo()
    const { extensions, total } = await analytics.extensionTotals(filterOf({}))
    const calls = extensions.map((one) => one.calls)
    expect(calls).toEqual(calls.toSorted((a, b) => b - a))
    expect(total).toBe(
      count(
        'SELECT count(*) AS n FROM (SELECT caller_extension AS e FROM call_record UNION SELECT callee_extension FROM call_record) WHERE e IS NOT NULL',
      ),
    )
    const hers = extensions.find(({ extension }) => extension === '1042')
    expect(hers).toMatchObject({
      holder: 'Dana Whitfield',
      calls: count(
        "SELECT count(*) AS n FROM call_record WHERE caller_extension = '1042' OR callee_extension = '1042'",
      ),
    })
  })

  it('finds people by name and extension, those who are gone too', async () => {
    const { analytics } = await openDemo()
    const people = await analytics.people({ search: 'nilsson walter', goneOnly: false })
    expect(people).toMatchObject([{ name: 'Walter Nilsson', gone: true }])
    expect(await analytics.people({ search: '1042', goneOnly: false })).toMatchObject([{ name: 'Dana Whitfield' }])
    expect((await analytics.people({ search: '', goneOnly: true })).every(({ gone }) => gone)).toBe(true)
  })
})

describe('billing records', () => {
  it('come page by page, with totals by month and item', async () => {
    const { analytics, directory, count } = await openDemo()
    const first = await analytics.bills({ filter: billFilter.parse({}), limit: 200 })
    expect(first.bills).toHaveLength(200)
    const second = await analytics.bills({ filter: billFilter.parse({}), after: first.next!, limit: 200 })
    expect(second.bills[0]!.month <= first.bills.at(-1)!.month).toBe(true)
    expect(new Set([...first.bills, ...second.bills].map(({ id }) => id)).size).toBe(400)
    expect((await analytics.bills({ filter: billFilter.parse({}), skip: 200, limit: 200 })).bills).toEqual(second.bills)
    const person = directory.find('dana.whitfield')
    const totals = await analytics.billTotals(billFilter.parse({ userId: person, from: '2026-01-15' }))
    expect(totals.cents).toBe(
      count("SELECT sum(cents) AS n FROM billing_record WHERE user_id = ? AND month >= '2026-01'", person),
    )
    expect(totals.months.map(({ month }) => month)[0]).toBe('2026-10')
  })
})

describe('the CSV export', () => {
  it('has what is filtered, with a byte order mark, and no cell that a spreadsheet would run', async () => {
    const { db, analytics } = await openDemo()
    db.prepare(
      'UPDATE call_record SET callee_name = \'=HYPERLINK("x")\' WHERE rowid = (SELECT max(rowid) FROM call_record)',
    ).run()
    const path = join(testFolder(), 'calls.csv')
    const filter = filterOf({ from: '2026-11-01' })
    const done: number[] = []
    const rows = await analytics.export({
      wanted: { what: 'calls', filter },
      path,
      report: (progress) => done.push(progress.done),
    })
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\ufeffstarted_at,direction,')).toBe(true)
    const read = parse<Record<string, string>>(text, { bom: true, columns: true })
    expect(read).toHaveLength(rows)
    expect(read.map((row) => row['started_at'])).toEqual(
      (await allCalls(analytics, filter)).map((call) => call.startedAt),
    )
    expect(read.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    expect(read.some((row) => row['callee_name'] === '\'=HYPERLINK("x")')).toBe(true)
    expect(done.at(-1)).toBe(rows)
  })

  it('that is cancelled leaves no file, and what lay there before', async () => {
    const { analytics } = await openDemo()
    const folder = testFolder()
    const path = join(folder, 'calls.csv')
    const work = analytics.export({
      wanted: { what: 'calls', filter: filterOf({}) },
      path,
      report: () => analytics.cancelExport(),
    })
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(path)).toBe(false)
    expect(await analytics.export({ wanted: { what: 'bills', filter: billFilter.parse({}) }, path })).toBeGreaterThan(
      100,
    )
  })
})

describe('at size', () => {
  const plan = (db: ReadDb, sql: string, values: object): string =>
    (
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all({ at: '2026-11-01', row: 1, afterMonth: '2026-10', skip: 0, limit: 201, ...values }) as {
        detail: string
      }[]
    )
      .map(({ detail }) => detail)
      .join('\n')

  it.each<[filter: FilterInput, index: RegExp]>([
    [{}, /call_record_by_start/],
    [{ direction: 'incoming' }, /call_record_by_(start|caller) /],
    [{ disposition: 'Voicemail' }, /call_record_by_start/],
    [{ from: '2026-01-01', to: '2026-02-01' }, /call_record_by_start/],
    [{ who: ofPerson('u1') }, /call_record_by_caller[\s\S]*call_record_by_callee/],
    [{ who: ofPerson('u1'), peer: ofPerson('u2') }, /call_record_by_caller[\s\S]*call_record_by_callee/],
    [{ who: ofPerson('u1'), site: 's1', goneOnly: true }, /call_record_by_caller[\s\S]*call_record_by_callee/],
    [{ who: ofExtension('1042') }, /call_record_by_caller_extension[\s\S]*call_record_by_callee_extension/],
    [{ who: ofNumber('+1212') }, /call_record_by_caller_number[\s\S]*call_record_by_callee_number/],
    [{ who: ofNumber('1212') }, /call_record_by_caller_number[\s\S]*call_record_by_callee_number/],
    [{ goneOnly: true }, /call_record_by_caller [\s\S]*call_record_by_callee /],
    [{ site: 's1' }, /call_record_by_caller [\s\S]*call_record_by_callee /],
  ])('a page of calls by %j reads an index, not the table', async (given, index) => {
    const { db } = await openDemo()
    const conditions = callConditions(filterOf(given), { zone: 'UTC' })
    for (const continued of [false, true]) {
      const text = plan(db, callPageSql(conditions, continued), conditions.values)
      expect(text).toMatch(index)
      expect(text).not.toMatch(/SCAN call_record(?! USING (COVERING )?INDEX call_record_by_start)/)
    }
  })

  // Where most calls fit, an index on people reads and sorts them all before the first row can show.
  it.each<FilterInput>([{ site: 's1' }, { who: ofNumber('1') }])(
    'a page of calls by %j, which is common, reads the newest first',
    async (given) => {
      const { db } = await openDemo()
      const conditions = callConditions(filterOf(given), { zone: 'UTC', common: true })
      const text = plan(db, callPageSql(conditions, false), conditions.values)
      expect(text).toMatch(/SCAN call_record USING INDEX call_record_by_start/)
      expect(text).not.toMatch(/call_record_by_call/)
    },
  )

  it('counts by extension from indexes alone', async () => {
    const { db } = await openDemo()
    const text = plan(db, countByExtensionSql(['TRUE'], 'extensions'), { pieceFrom: '10', pieceTo: '11' })
    expect(text).toMatch(
      /COVERING INDEX call_record_by_caller_extension[\s\S]*COVERING INDEX call_record_by_callee_ext/,
    )
  })

  it.each<[filter: FilterInput, common: boolean, piece: Record<string, string | number>, read: RegExp]>([
    [
      { who: ofPerson('u1') },
      false,
      { pieceFrom: '10', pieceTo: '11' },
      /call_record_by_caller \(caller_user_id=\? AND started_at>\? AND started_at<\?\)/,
    ],
    [
      { goneOnly: true },
      false,
      { pieceFrom: '10', pieceTo: '11' },
      /call_record_by_caller \(caller_user_id=\? AND started_at>\? AND started_at<\?\)/,
    ],
    [{ site: 's1', from: '2026-01-01' }, true, { after: 0, last: 9 }, /INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/],
    [{ disposition: 'Voicemail' }, false, { after: 0, last: 9 }, /INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/],
    [{ who: ofNumber('+1212') }, false, {}, /call_record_by_caller_number/],
  ])('counts what %j leaves in pieces, common: %j', async (given, common, piece, read) => {
    const { db } = await openDemo()
    const { arms, through, values } = callConditions(filterOf(given), { zone: 'UTC', common })
    for (const sql of [countByDaySql(arms, 'started_at', through), countByExtensionSql(arms, through)]) {
      const text = plan(db, sql, { ...values, ...piece })
      expect(text).toMatch(read)
      expect(text).not.toMatch(/SCAN call_record|call_record_by_start/)
    }
  })

  // A count whose filter has changed must not keep the thread from the next one.
  it('a count that is stopped ends, and the next has its answer', async () => {
    const { analytics } = await openDemo()
    const filter = filterOf({ goneOnly: true })
    for (const count of [
      (signal: AbortSignal) => analytics.callTotals(filter, signal),
      (signal: AbortSignal) => analytics.extensionTotals(filterOf({}), signal),
      (signal: AbortSignal) => analytics.billTotals(billFilter.parse({}), signal),
    ]) {
      const controller = new AbortController()
      const answer = count(controller.signal)
      controller.abort()
      await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' })
    }
    expect((await analytics.callTotals(filter)).calls).toBeGreaterThan(10)
  })

  it.each<z.input<typeof billFilter>>([
    {},
    { from: '2026-01-01' },
    { userId: 'u1' },
    { goneOnly: true },
    { site: 's1' },
  ])('a page of bills by %j reads an index, not the table', async (given) => {
    const { db } = await openDemo()
    const { where, values } = billConditions(billFilter.parse(given))
    const text = plan(db, billPageSql(where, true), values)
    expect(text).toMatch(/billing_record USING INDEX billing_record_by_(month|user)/)
  })

  describe('in the thread', () => {
    beforeAll(buildCli, 120_000)

    it('gives the same answers, and an error of the thread is an error of the question', async () => {
      const { db, analytics, dataFolder } = await openDemo()
      const inThread = createAnalytics({ db, dataFolder, worker: resolve('out', 'main', 'analytics.js'), zone: 'UTC' })
      const filter = filterOf({ goneOnly: true, from: '2026-03-01' })
      expect(await inThread.callTotals(filter)).toEqual(await analytics.callTotals(filter))
      expect(await inThread.calls({ filter, limit: 50 })).toEqual(await analytics.calls({ filter, limit: 50 }))
      await expect(inThread.calls({ filter, limit: 'x' as never })).rejects.toThrow(/datatype/)
      const bills = billFilter.parse({ goneOnly: true })
      expect(await inThread.billTotals(bills)).toEqual(await analytics.billTotals(bills))
      const controller = new AbortController()
      const stopped = inThread.extensionTotals(filterOf({}), controller.signal)
      controller.abort()
      await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
      await inThread.close()
    })
  })
})
