import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../src/main/db/migrations.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { fold, searchWords } from '../../src/shared/directory/fold.ts'
import type { UserFilter, UserRow } from '../../src/shared/directory/model.ts'
import { userSort } from '../../src/shared/directory/model.ts'
import { beginningsSql } from '../../src/main/db/search/beginnings.ts'
import { distinctSql, orderedSql } from '../../src/main/db/search/list.ts'
import { matchSql } from '../../src/main/db/search/trigrams.ts'
import { rowsSql } from '../../src/main/features/directory/repository.ts'
import { textsSql, userList } from '../../src/main/features/directory/searchRepository.ts'
import type { Services } from '../../src/main/services.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, openTestServices } from '../support/services.ts'
import { queryPlan } from '../support/queryPlan.ts'

const open = async (): Promise<Services> => (await openTestServices(await demoFolder())).services

const byName = { sort: 'name', descending: false } as const
const listed = async (services: Services, filter: Partial<UserFilter>, limit = 200): Promise<UserRow[]> =>
  (await services.directory.list({ filter: { search: '', ...filter }, ...byName, offset: 0, limit })).users

/** What a person is found by, told without the search's own tables. */
function hay(services: Services, user: UserRow): string {
  const numbers = services.db
    .prepare<[string], string>(
      'SELECT phone_number FROM phone_number p JOIN extension e ON e.id = p.extension_id WHERE e.extension_number = ?',
    )
    .pluck()
    .all(user.extension ?? '')
  return fold([user.name, user.userName, user.email, user.extension ?? '', ...numbers].join('\n'))
}

describe('naming a person', () => {
  it('never takes one of several people for whom was meant: an e-mail that two share, or none', async () => {
    const services = await open()
    const [dana, marcus] = ['dana.whitfield', 'marcus.reyes'].map((name) => services.directory.find(name))
    const share = services.db.prepare('UPDATE user SET primary_email = ? WHERE id IN (?, ?)')
    share.run('desk@example.com', dana, marcus)
    expect(() => services.directory.find('desk@example.com')).toThrow('names several users')
    services.db.prepare("UPDATE user SET status = 'DELETED' WHERE id = ?").run(dana)
    expect(services.directory.find('desk@example.com')).toBe(marcus)
    expect(services.directory.find(String(dana))).toBe(dana)
    share.run('', dana, marcus)
    expect(() => services.directory.find('')).toThrow('No user has')
  })
})

describe('searching', () => {
  it.each([
    'w',
    'an',
    'whi',
    'WHITFIELD',
    'dana whit',
    '42',
    '1042',
    '+1',
    '555',
    '55 da',
    'm',
    'zz',
    '%',
    '_',
    '"',
    'dana\0whit',
    'é',
  ])('finds exactly who has %j in any part of names, user name, e-mail, extension or numbers', async (search) => {
    const services = await open()
    const everyone = await listed(services, {})
    const wanted = everyone.filter((user) => searchWords(search).every((word) => hay(services, user).includes(word)))
    expect((await listed(services, { search })).map((user) => user.id)).toEqual(wanted.map((user) => user.id))
    expect(await services.directory.count({ filter: { search }, ...byName })).toBe(wanted.length)
  })

  it('finds a number in the middle, with the punctuation that people type', async () => {
    const services = await open()
    const number = services.db
      .prepare<[], { phone_number: string; user_id: string }>(
        `SELECT phone_number, user_id FROM phone_number p JOIN extension e ON e.id = p.extension_id
          WHERE user_id IS NOT NULL AND phone_number LIKE '+1%' LIMIT 1`,
      )
      .get()!
    const digits = number.phone_number.slice(2)
    const typed = `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`
    expect((await listed(services, { search: typed })).map((user) => user.id)).toContain(number.user_id)
    expect((await listed(services, { search: digits.slice(2, 8) })).map((user) => user.id)).toContain(number.user_id)
  })

  it('finds letters with and without their accents', async () => {
    const services = await open()
    services.db.prepare("UPDATE user SET last_name = 'Øztürk' WHERE user_name = 'dana.whitfield'").run()
    for (const search of ['oztu', 'ÖZTÜRK', 'øz', 'rk'])
      expect((await listed(services, { search })).map((user) => user.userName)).toContain('dana.whitfield')
    expect(await listed(services, { search: 'dana whitfield' })).toHaveLength(1)
    expect(searchWords('  (212) 555-0142 ')).toEqual(['212', '5550142'])
  })

  it('finds apostrophes and hyphens by those of a keyboard, and the other way round', async () => {
    const services = await open()
    for (const name of ['O’Connell‑Reilly', "O'Connell-Reilly", 'OʼConnell–Reilly', 'O‘Connell‐Reilly']) {
      services.db.prepare("UPDATE user SET last_name = ? WHERE user_name = 'dana.whitfield'").run(name)
      for (const search of ["o'connell", 'O’Connell', 'O‘CONNELL', 'oʼc', "o'connell-reilly", 'l–r', 'l‐r', 'l‑r'])
        expect((await listed(services, { search })).map((user) => user.userName)).toContain('dana.whitfield')
    }
    expect(searchWords('(212) 555–0142')).toEqual(['212', '5550142'])
  })
})

describe('who is meant', () => {
  const found = async (services: Services, search: string, limit = 200): Promise<string[]> =>
    (await services.directory.likeliest({ search, limit })).users.map(({ userName }) => userName)
  const rename = (services: Services, userName: string, facts: string): void =>
    void services.db.prepare(`UPDATE user SET ${facts} WHERE user_name = ?`).run(userName)

  // Would catch: the one person who is looked for below everybody whose e-mail has the company's domain.
  it('are first those of whom it begins so, and last those who have it in the mail domain alone', async () => {
    const services = await open()
    rename(services, 'tom.okafor', "last_name = 'Goldfinch'")
    rename(services, 'marcus.reyes', "last_name = 'Finchley'")
    rename(services, 'dana.whitfield', "first_name = 'Finch', user_name = 'dw@marlowefinch.example'")
    const everybody = await listed(services, { search: 'finch' })
    expect(everybody.length).toBeGreaterThan(40)
    const first = ['marcus.reyes', 'dw@marlowefinch.example', 'tom.okafor']
    const others = everybody.map(({ userName }) => userName).filter((name) => !first.includes(name))
    expect(await found(services, 'finch')).toEqual([...first, ...others])
    // Where a page is full before everybody was looked at.
    expect(await found(services, 'finch', 5)).toEqual([...first, ...others].slice(0, 5))
    expect(await found(services, 'finch', 1)).toEqual(['marcus.reyes'])
  })

  it.each(['da', 'dan', 'whi', 'dana whit', 'w d', '104', '1042', '+1212', '212', 'marlowe', 'an', 'qz', 'é', '"', ''])(
    'answers %j in the order of what begins so, and finds whom the list finds',
    async (search) => {
      const services = await open()
      const words = searchWords(search)
      const rank = (user: UserRow): number => {
        const text = hay(services, user)
        if (words.every((word) => text.split(/[\n ]/).some((part) => part.startsWith(word)))) return 0
        return words.every((word) => text.replaceAll(/@.*/g, '').includes(word)) ? 1 : 2
      }
      const wanted = (await listed(services, { search })).toSorted((a, b) => rank(a) - rank(b))
      const names = wanted.map(({ userName }) => userName)
      for (const limit of [200, 50, 4])
        expect([limit, await found(services, search, limit)]).toEqual([limit, names.slice(0, limit)])
    },
  )

  // Would catch: somebody who is lost, or a page that is not full, where not everybody is looked at.
  it('are a full page in a company of many, and who is meant comes first', async () => {
    const { services } = await openTestServices()
    await services.tenant.createDemo({ users: 1500, calls: 0, messages: 0 }, () => {})
    rename(services, 'tom.okafor', "last_name = 'Finchley'")
    expect((await found(services, 'finch', 50))[0]).toBe('tom.okafor')
    await listed(services, {})
    for (const search of [
      'q',
      'z',
      'v',
      'j',
      'y',
      'x',
      'd',
      'an',
      'ra',
      'dan',
      'finch',
      '55',
      'reyes',
      'example',
      'w d',
      'dana ex',
    ]) {
      const names = await found(services, search, 50)
      const matching = await services.directory.count({ filter: { search }, ...byName })
      expect([search, new Set(names).size]).toEqual([search, Math.min(matching, 50)])
    }
  })

  it('are looked up in the trigrams, and no table is read as a whole', async () => {
    const { db } = await open()
    for (const [words, areMany] of [
      [['da'], false],
      [['whitfield'], false],
      [['finch'], true],
      [['dana', 'w'], false],
    ] as const) {
      const { sql, values } = beginningsSql(userList, words, areMany)!
      const plan = queryPlan(db, sql, values)
      expect(plan).toMatch(/user_search_trigram VIRTUAL TABLE INDEX/)
      expect(plan).not.toMatch(/SCAN user_search_text/)
    }
    expect(beginningsSql(userList, ['w', 'd'], false)).toBeNull()
    expect(queryPlan(db, textsSql, ['[1,2]'])).toMatch(/SEARCH user_search_text USING INTEGER PRIMARY KEY/)
  })
})

describe('keeping the search in step', () => {
  // A cached answer or a missed trigger would go on showing what was.
  it.each([
    ['a new name', "UPDATE user SET first_name = 'Zebulon' WHERE id = @id", 'zebulon'],
    ['another extension', "UPDATE extension SET extension_number = '98765' WHERE user_id = @id", '98765'],
    [
      'a new number',
      `INSERT INTO phone_number (phone_number, country, status, origin, extension_id)
        SELECT '+12125559876', 'US', 'ASSIGNED', 'CLAIMED', id FROM extension WHERE user_id = @id`,
      '5559876',
    ],
  ])('finds a person by %s at once', async (_, sql, search) => {
    const services = await open()
    const id = services.directory.find('dana.whitfield')
    expect(await listed(services, { search })).toEqual([])
    services.db.prepare(sql).run({ id })
    expect((await listed(services, { search })).map((user) => user.id)).toEqual([id])
  })

  it('forgets a freed extension with its numbers, and who is deleted', async () => {
    const services = await open()
    const id = services.directory.find('dana.whitfield')
    services.db.prepare('UPDATE extension SET user_id = NULL WHERE user_id = ?').run(id)
    expect((await listed(services, { search: '1042' })).map((user) => user.id)).not.toContain(id)
    services.db.prepare("UPDATE user SET status = 'DELETED' WHERE id = ?").run(id)
    expect(await listed(services, { search: 'whitfield' })).toEqual([])
    expect(await listed(services, { search: 'whitfield', status: 'DELETED' })).toHaveLength(1)
  })

  it('counts voicemail and names licenses as they are now', async () => {
    const services = await open()
    const [most] = (
      await services.directory.list({
        filter: { search: '' },
        sort: 'voicemails',
        descending: true,
        offset: 0,
        limit: 1,
      })
    ).users
    services.db
      .prepare('DELETE FROM voicemail_message WHERE extension_id = (SELECT id FROM extension WHERE user_id = ?)')
      .run(most!.id)
    services.db.prepare("INSERT INTO licence VALUES ('l-new', 'Fax', 'US', ?)").run(most!.id)
    const [now] = await listed(services, { search: most!.userName })
    expect([most!.voicemails > 0, now!.voicemails]).toEqual([true, 0])
    expect(now!.licences).toContain('Fax')
    expect((await listed(services, { licence: 'Fax' })).map((user) => user.id)).toContain(most!.id)
    expect((await services.directory.facets()).licences).toContain('Fax')
  })

  it('shows a new job title, name and primary number', async () => {
    const services = await open()
    const id = services.directory.find('dana.whitfield')
    const [before] = await listed(services, { search: 'dana.whitfield' })
    services.db.prepare("UPDATE user SET job_title = 'Controller', last_name = 'Vane' WHERE id = ?").run(id)
    services.db
      .prepare(
        `INSERT INTO phone_number (phone_number, country, status, origin, extension_id)
          SELECT '+12125550999', 'US', 'ASSIGNED', 'CLAIMED', id FROM extension WHERE user_id = ?`,
      )
      .run(id)
    const [second] = await listed(services, { search: '5550999' })
    expect(second).toEqual({ ...before, jobTitle: 'Controller', name: 'Dana Vane' })
    services.db
      .prepare(
        "UPDATE phone_number SET is_primary = phone_number = '+12125550999' WHERE extension_id = (SELECT id FROM extension WHERE user_id = ?)",
      )
      .run(id)
    expect((await listed(services, { search: '5550999' }))[0]?.phoneNumber).toBe('+12125550999')
  })
})

describe('lists', () => {
  it('filters by day of leaving, site and voicemail, and the filters add up', async () => {
    const services = await open()
    const leaving = await listed(services, { leaving: true })
    const days = leaving.map((user) => user.leavesOn!).toSorted()
    expect(leaving.length).toBeGreaterThan(2)
    const until = await listed(services, { leavesUntil: days[1]! })
    expect(until.every((user) => user.leavesOn !== null && user.leavesOn <= days[1]!)).toBe(true)
    const { site } = leaving[0]!
    const both = await listed(services, { leaving: true, site, hasVoicemail: true })
    expect(both).toEqual(leaving.filter((user) => user.site === site && user.voicemails > 0))
  })

  it.each(userSort.options)('pages by %s in both directions without losing or repeating anybody', async (sort) => {
    const services = await open()
    for (const descending of [false, true]) {
      const query = { filter: { search: '' }, sort, descending }
      const whole = await services.directory.list({ ...query, offset: 0, limit: 200 })
      const paged: UserRow[] = []
      for (let offset = 0; offset < whole.users.length; offset += 7)
        paged.push(...(await services.directory.list({ ...query, offset, limit: 7 })).users)
      expect(paged).toEqual(whole.users)
      expect(new Set(paged.map((user) => user.id)).size).toBe(whole.total)
    }
  })

  it.each(userSort.options)('reads a page by %s out of an index, without sorting', async (sort) => {
    const services = await open()
    for (const descending of [false, true]) {
      const { sql, values } = orderedSql(userList, { filter: { search: '' }, sort, descending })
      const plan = queryPlan(services.db, `${sql} LIMIT 100`, values)
      expect(plan).toMatch(/SCAN user_search USING (COVERING )?INDEX user_search_by_/)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it('looks words up in the trigrams, rows by their keys, and reads no table as a whole', async () => {
    const services = await open()
    for (const search of ['whitfield', 'dana wh', 'qz']) {
      const { sql, values } = matchSql(services.db, userList, userList.wordsOf({ search }))
      if (values.length === 0) continue
      const plan = queryPlan(services.db, sql, values)
      expect(plan).toMatch(/user_search_trigram VIRTUAL TABLE INDEX/)
      expect(plan).not.toMatch(/SCAN user_search_text/)
    }
    const rows = queryPlan(services.db, rowsSql, ['[1,2]'])
    expect(rows.split('\n').filter((line) => line.startsWith('SCAN') && !line.includes('json_each'))).toEqual([])
    expect(queryPlan(services.db, distinctSql('department', 'user_search'), [])).not.toMatch(
      /SCAN user_search(?! USING)/,
    )
  })
})

it('brings people who were there before the search into it', async () => {
  const folder = testFolder()
  const before = migrations.filter((one) => one.id < 4)
  const old = await openDatabase({ folder, now: () => '2026-01-01T00:00:00.000Z', steps: before })
  old.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  old.close()
  const { services } = await openTestServices(folder)
  const [found] = await listed(services, { search: '5550142' })
  expect(found).toMatchObject({ userName: 'dana.whitfield', extension: '1042', voicemails: 1, licences: 'X4' })
})
