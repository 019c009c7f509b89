import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fold, searchWords } from '../../src/shared/directory/fold.ts'
import { userId, type UserId } from '../../src/shared/ids.ts'
import type { ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import { voicemailSort, type VoicemailFilter, type VoicemailRow } from '../../src/shared/voicemail/model.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { distinctSql, orderedSql } from '../../src/main/db/search/list.ts'
import { partSql } from '../../src/main/db/search/scan.ts'
import { createDayOf } from '../../src/main/db/voicemailSearch.ts'
import { extensionsSql, ownersSql } from '../../src/main/features/voicemail/facetRepository.ts'
import { chosenSql, messageList, rowsSql } from '../../src/main/features/voicemail/searchRepository.ts'
import type { Services } from '../../src/main/services.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'
import { queryPlan } from '../support/queryPlan.ts'

const open = async (): Promise<Services> => (await openTestServices(await demoFolder())).services

const newest = { sort: 'received', descending: true } as const
const every = (filter: Partial<VoicemailFilter>): VoicemailFilter => ({ search: '', caller: '', ...filter })

/** All that a filter leaves, in pages of a hundred. */
async function listed(services: Services, filter: Partial<VoicemailFilter>): Promise<VoicemailRow[]> {
  const messages: VoicemailRow[] = []
  for (let offset = 0; ; offset += 100) {
    const page = await services.voicemail.search({ filter: every(filter), ...newest, offset, limit: 100 })
    messages.push(...page.messages)
    if (page.messages.length < 100) return messages
  }
}

const hay = (message: VoicemailRow): string =>
  fold(
    [
      message.callerName,
      message.callerNumber,
      message.extension,
      message.ownerThen?.name,
      message.ownerNow?.name,
      message.transcript,
    ].join('\n'),
  )

const ids = (messages: readonly VoicemailRow[]): string[] => messages.map(({ id }) => id)
const run = (services: Services, sql: string, ...values: unknown[]) => services.db.prepare(sql).run(...values)

const searches = 'w|an|whitfield|WHIT dana|1042|+1|(212) 555|555|anonymous|the|zz q|é|%|_|"|\''.split('|')

describe('searching', () => {
  it('finds exactly the messages that have the words in any part of callers, extension, owners or transcript', async () => {
    const services = await open()
    const all = await listed(services, {})
    for (const search of searches) {
      const wanted = all.filter((message) => searchWords(search).every((word) => hay(message).includes(word)))
      expect([search, ids(await listed(services, { search }))]).toEqual([search, ids(wanted)])
      expect(await services.voicemail.count({ filter: every({ search }), ...newest })).toBe(wanted.length)
    }
  })

  it('looks for a caller in the name and the number alone', async () => {
    const services = await open()
    const all = await listed(services, {})
    const { callerNumber } = all.find((message) => message.callerNumber.startsWith('+1'))!
    const found = await listed(services, { caller: callerNumber.slice(3, 9) })
    expect(ids(found)).toEqual(ids(all.filter((one) => one.callerNumber.includes(callerNumber.slice(3, 9)))))
    expect(await listed(services, { caller: '1042' })).toEqual([])
  })
})

describe('filters', () => {
  it('each leave exactly what they say, and add up', async () => {
    const services = await open()
    const all = await listed(services, {})
    const { extension, format, folder } = all[7]!
    const left = async (filter: Partial<VoicemailFilter>, is: (message: VoicemailRow) => boolean) => {
      const wanted = ids(all.filter(is))
      expect(wanted.length).toBeGreaterThan(0)
      expect(ids(await listed(services, filter))).toEqual(wanted)
    }
    await left({ extension }, (one) => one.extension === extension)
    await left({ format }, (one) => one.format === format)
    await left({ folder }, (one) => one.folder === folder)
    await left({ unread: true }, (one) => !one.read)
    await left({ unread: false }, (one) => one.read)
    await left({ free: true }, (one) => one.ownerNow === null)
    await left({ free: false }, (one) => one.ownerNow !== null)
    await left({ unread: false, folder, format }, (one) => one.read && one.folder === folder && one.format === format)
  })

  // A day by UTC would leave out what came in the evening in New York and take what came the evening before.
  it('count days as the mailbox does', async () => {
    const services = await open()
    const dayOf = createDayOf()
    const all = await listed(services, {})
    const days = all.map((message) => dayOf(message.receivedAt, message.timezone))
    const [from, until] = [days[Math.floor(days.length / 2)]!, days[Math.floor(days.length / 3)]!]
    const wanted = all.filter((_, at) => days[at]! >= from && days[at]! <= until)
    expect(ids(await listed(services, { from, until }))).toEqual(ids(wanted))
    expect(ids(await listed(services, { until: '9999-12-31' }))).toEqual(ids(all))
    expect(dayOf('2026-11-03T04:30:00.000Z', 'America/New_York')).toBe('2026-11-02')
    expect(dayOf('2026-11-02T23:30:00.000Z', 'Europe/Berlin')).toBe('2026-11-03')
    expect(dayOf('2026-11-02T23:30:00.000Z', 'Mars/Olympus')).toBe('2026-11-02')
  })

  // Would catch: extensions compared as numbers, which show the messages of 1042 with those of 01042.
  it('tell extensions apart by their digits', async () => {
    const services = await open()
    const all = await listed(services, { extension: '1042' })
    const [moved, ...others] = ids(all)
    run(
      services,
      "INSERT INTO extension (id, extension_number, fq_extension_number, site_id) SELECT 'zero', '01042', '901042', id FROM site LIMIT 1",
    )
    run(services, "UPDATE voicemail_message SET extension_id = 'zero' WHERE id = ?", moved)
    expect(ids(await listed(services, { extension: '01042' }))).toEqual([moved])
    expect(ids(await listed(services, { extension: '1042' }))).toEqual(others)
    expect(await services.voicemail.extensions('1042')).toEqual([
      { extension: '01042', owner: null },
      { extension: '1042', owner: 'Dana Whitfield' },
    ])
    const byExtension = { filter: every({}), sort: 'extension', descending: false, offset: 0, limit: 500 } as const
    const { messages } = await services.voicemail.search(byExtension)
    const order = messages.map(({ extension }) => extension)
    expect(order.filter((extension, at) => extension !== order[at - 1])).toEqual([...new Set(order)])
  })

  it('offer each folder, format, extension and owner once', async () => {
    const services = await open()
    const all = await listed(services, {})
    const once = <T>(values: readonly T[]): T[] => [...new Set(values)]
    expect(await services.voicemail.facets()).toEqual({
      folders: once(all.map(({ folder }) => folder)).toSorted(),
      formats: once(all.map(({ format }) => format)).toSorted(),
    })
    const extensions = once(all.map(({ extension }) => extension)).toSorted((a, b) => Number(a) - Number(b))
    expect((await services.voicemail.extensions('')).map(({ extension }) => extension)).toEqual(extensions.slice(0, 20))
    expect(await services.voicemail.extensions('whitfield')).toEqual([{ extension: '1042', owner: 'Dana Whitfield' }])
    const owners = await services.voicemail.owners('ownerNow', 'dana whit')
    expect(owners).toMatchObject([{ name: 'Dana Whitfield', gone: false }])
    expect(await services.voicemail.owners('ownerNow', 'nobody at all')).toEqual([])
  })
})

describe('owners then and now', () => {
  const dana = (services: Services): UserId => services.directory.find('dana.whitfield')
  const reset: ChoicesInput = { archive: { include: [] }, status: 'leave', removeLicence: false }

  it('a kept box of somebody who is gone was theirs, and is nobody’s now', async () => {
    const services = await open()
    const kept = await listed(services, { free: true })
    expect(kept.length).toBeGreaterThan(3)
    for (const message of kept) expect(message).toMatchObject({ ownerThen: { gone: true }, ownerNow: null })
  })

  it('a message stays of whom it was left for when the extension is freed', async () => {
    const services = await open()
    const before = await listed(services, { ownerNow: dana(services) })
    expect(before.length).toBeGreaterThan(10)
    expect(before.every(({ ownerThen }) => ownerThen?.userId === dana(services))).toBe(true)
    await offboard(services, 'dana.whitfield', reset)
    const after = await listed(services, { ownerThen: dana(services) })
    expect(ids(after)).toEqual(ids(before))
    expect(after.every(({ ownerNow, extension }) => ownerNow === null && extension === '1042')).toBe(true)
    expect(await listed(services, { ownerNow: dana(services) })).toEqual([])
  })

  it('whoever gets the extension next owns the old messages now, and only later ones then', async () => {
    const { services, clock } = await openTestServices(await demoFolder())
    const person = dana(services)
    await offboard(services, 'dana.whitfield', reset)
    const next = { userName: 'kim.novak', firstName: 'Kim', lastName: 'Novak', primaryEmail: 'kim@example.com' }
    clock.set('2026-12-20T08:00:00.000Z')
    run(
      services,
      `INSERT INTO user (id, user_name, first_name, last_name, primary_email, status, locale, timezone, site_id, department, job_title, role, created_time, last_updated_time)
        SELECT 'kim', ?, ?, ?, ?, 'ACTIVE', 'en-US', 'America/New_York', site_id, '', '', 'none', '2026-12-20T08:00:00.000Z', ''
        FROM extension WHERE extension_number = '1042'`,
      ...Object.values(next),
    )
    run(services, "UPDATE extension SET user_id = 'kim' WHERE extension_number = '1042'")
    const came = (id: string, at: string) =>
      run(
        services,
        `INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read, is_urgent, format, file, bytes, sha256)
          SELECT ?, id, 'Ada', '+12125550134', ?, 4.2, 'Inbox', 0, 0, 'mp3', 'aa/x.mp3', 10, '${'a'.repeat(64)}' FROM extension WHERE extension_number = '1042'`,
        id,
        at,
      )
    came('between', '2026-12-01T08:00:00.000Z')
    came('later', '2026-12-21T08:00:00.000Z')
    const all = await listed(services, { extension: '1042' })
    expect(all.every(({ ownerNow }) => ownerNow?.name === 'Kim Novak')).toBe(true)
    const then = new Map<string, string | null>(all.map(({ id, ownerThen }) => [id, ownerThen?.userId ?? null]))
    expect([then.get('later'), then.get('between')]).toEqual(['kim', null])
    expect([...then.values()].filter((owner) => owner === person)).toHaveLength(all.length - 2)
  })

  it('a message that was moved to a colleague was left for whom it came to', async () => {
    const services = await open()
    const before = await listed(services, { ownerNow: dana(services) })
    await offboard(services, 'dana.whitfield', { ...reset, voicemail: { kind: 'forward', extensionNumber: '1044' } })
    const after = await listed(services, { ownerThen: dana(services) })
    expect(ids(after)).toEqual(ids(before))
    expect(new Set(after.map(({ extension }) => extension))).toEqual(new Set(['1044']))
    expect(after[0]!.ownerNow).not.toBeNull()
  })
})

describe('keeping the list in step', () => {
  it.each([
    [
      'a renamed owner',
      "UPDATE user SET last_name = 'Zebulon' WHERE user_name = 'dana.whitfield'",
      { search: 'zebulon' },
    ],
    ['another folder', "UPDATE voicemail_message SET folder = 'Zebulon' WHERE id = @id", { folder: 'Zebulon' }],
    [
      'a new extension number',
      "UPDATE extension SET extension_number = '98765' WHERE extension_number = '1042'",
      { extension: '98765' },
    ],
    ['another caller', "UPDATE voicemail_message SET caller_name = 'Zebulon' WHERE id = @id", { caller: 'zebulon' }],
  ])('finds a message by %s at once', async (_, sql, filter) => {
    const services = await open()
    const [first] = await listed(services, { extension: '1042' })
    expect(await listed(services, filter)).toEqual([])
    services.db.prepare(sql).run(sql.includes('@id') ? { id: first!.id } : {})
    expect(ids(await listed(services, filter))).toContain(first!.id)
  })

  it('forgets what is deleted, and marks what was heard', async () => {
    const services = await open()
    const [first, second] = await listed(services, { unread: true })
    run(services, 'UPDATE voicemail_message SET is_read = 1 WHERE id = ?', first!.id)
    run(services, 'DELETE FROM voicemail_message WHERE id = ?', second!.id)
    expect(ids(await listed(services, { unread: true }))).not.toContain(first!.id)
    expect(ids(await listed(services, {}))).not.toContain(second!.id)
  })
})

describe('lists', () => {
  it('page by every order in both directions without losing or repeating a message', async () => {
    const services = await open()
    for (const sort of voicemailSort.options)
      for (const descending of [false, true]) {
        const query = { filter: every({ unread: true }), sort, descending }
        const { pages, total } = await services.voicemail.all(query)
        const whole = ids([...pages].flat())
        const paged: string[] = []
        for (let offset = 0; offset < total; offset += 13)
          paged.push(...ids((await services.voicemail.search({ ...query, offset, limit: 13 })).messages))
        expect([sort, paged]).toEqual([sort, whole])
        expect([sort, new Set(paged).size]).toEqual([sort, total])
      }
  })

  it('are read out of an index in every order, without sorting', async () => {
    const services = await open()
    for (const sort of voicemailSort.options)
      for (const descending of [false, true]) {
        const { sql, values } = orderedSql(messageList, { filter: every({}), sort, descending })
        const plan = queryPlan(services.db, `${sql} LIMIT 100`, values)
        expect(plan).toMatch(/SCAN voicemail_search USING COVERING INDEX voicemail_search_by_/)
        expect(plan).not.toContain('TEMP B-TREE')
      }
  })

  it('the newest of a filter come out of an index, without sorting and without reading the table as a whole', async () => {
    const services = await open()
    for (const filter of [
      { extension: '1042' },
      { ownerThen: somebody },
      { ownerNow: somebody },
      { free: true },
      { unread: true },
      { folder: 'Inbox' },
      { format: 'mp3' },
      { from: '2026-11-01', until: '2026-11-02' },
    ] as Partial<VoicemailFilter>[]) {
      const { sql, values } = orderedSql(messageList, { filter: every(filter), ...newest })
      const plan = queryPlan(services.db, `${sql} LIMIT 100`, values)
      expect([filter, plan]).toEqual([
        filter,
        expect.stringMatching(/USING (COVERING )?INDEX voicemail_search_(by|of)_/),
      ])
      expect([filter, plan]).toEqual([filter, expect.not.stringContaining('TEMP B-TREE')])
    }
  })

  it('reads rows by their keys, texts part by part, and what the filters offer by hops', async () => {
    const services = await open()
    const scanned = (sql: string, values: readonly unknown[]): string[] =>
      queryPlan(services.db, sql, values)
        .split('\n')
        .filter((line) => /^SCAN (?!wanted|hop|CONSTANT|\(subquery)/.test(line) && !line.includes('INDEX'))
    expect(scanned(rowsSql, ['[1,2]'])).toEqual([])
    expect(scanned(chosenSql, ['[1,2]'])).toEqual([])
    expect(scanned(partSql('voicemail_search_text', "instr(other, 'a')"), [0, 10])).toEqual([])
    expect(scanned(extensionsSql(1), ['a'])).toEqual([])
    expect(queryPlan(services.db, extensionsSql(1), ['a'])).toContain('((extension,extension_number)>(?,?))')
    expect(scanned(ownersSql('ownerThen', 1), ['a'])).toEqual([])
    expect(scanned(distinctSql('folder', 'voicemail_search'), [])).toEqual([])
  })
})

const somebody = userId.parse('u1')

describe('what is chosen to be saved', () => {
  it('is the selection, whatever the filter leaves of it, or all of the filter but some, with its size', async () => {
    const services = await open()
    const all = await listed(services, { extension: '1042' })
    const [first, second, ...others] = all
    const query = { filter: every({ extension: '1042' }), ...newest }
    const two = { kind: 'these' as const, messages: [first!.id, second!.id] }
    expect(await services.voicemail.chosen(query, two)).toEqual({
      total: 2,
      messages: [first!.id, second!.id],
      bytes: first!.bytes + second!.bytes,
      seconds: first!.seconds + second!.seconds,
    })
    const rest = await services.voicemail.chosen(query, { ...two, kind: 'allBut' })
    expect(rest.messages).toEqual(ids(others))
    const elsewhere = { filter: every({ extension: '1001' }), ...newest }
    expect((await services.voicemail.chosen(elsewhere, two)).messages).toEqual(two.messages)
    expect(await services.voicemail.count(elsewhere, two.messages)).toBe(0)
    expect(await services.voicemail.count(query, two.messages)).toBe(2)
  })
})

describe('what was there before', () => {
  it('is found, also a message that a run had saved from another extension', async () => {
    const folder = testFolder()
    const before = migrations.filter((one) => one.id < 10)
    const old = await openDatabase({ folder, now: () => '2026-01-01T00:00:00.000Z', steps: before })
    old.exec(readFileSync('tests/support/rows.sql', 'utf8'))
    old.exec(`UPDATE voicemail_message SET sha256 = '${'a'.repeat(64)}'`)
    old.close()
    const { services } = await openTestServices(folder)
    const [found] = await listed(services, { search: '5550134' })
    expect(found).toMatchObject({
      id: 'v1',
      extension: '1042',
      ownerThen: { userId: 'u1' },
      ownerNow: { userId: 'u1' },
    })
  })
})
