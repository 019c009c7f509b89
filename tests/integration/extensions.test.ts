import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../src/main/db/migrations.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { orderedSql } from '../../src/main/db/search/list.ts'
import { partSql } from '../../src/main/db/search/scan.ts'
import { extensionRowsSql, numberRowsSql } from '../../src/main/features/extensions/repository.ts'
import { extensionList, numberList } from '../../src/main/features/extensions/searchRepository.ts'
import type { Services } from '../../src/main/services.ts'
import {
  extensionSort,
  numberSort,
  type ExtensionFilter,
  type ExtensionRow,
  type NumberFilter,
  type NumberRow,
} from '../../src/shared/extensions/model.ts'
import { extensionRequest, extensionRow, numbersOn } from '../support/extensions.ts'
import { testFolder } from '../support/folder.ts'
import { carryOut, demoFolder, offboard, openTestServices } from '../support/services.ts'
import { queryPlan } from '../support/queryPlan.ts'

const dana = '1042'
const open = async () => (await openTestServices(await demoFolder())).services
const page = { descending: false, offset: 0, limit: 200 }

async function extensions(services: Services, filter: Partial<ExtensionFilter> = {}): Promise<ExtensionRow[]> {
  const query = { filter: { search: '', ...filter }, sort: 'extension' as const, ...page }
  return (await services.extensions.list(query)).extensions
}

async function numbers(services: Services, filter: Partial<NumberFilter> = {}): Promise<NumberRow[]> {
  return (await services.extensions.numbers({ filter: { search: '', ...filter }, sort: 'number', ...page })).numbers
}

describe('the list of extensions', () => {
  it('has every extension once, with who has it, its voicemails and its numbers', async () => {
    const services = await open()
    const all = await extensions(services)
    expect(all.map((one) => Number(one.extensionNumber))).toEqual(
      services.db
        .prepare<[], number>('SELECT CAST(extension_number AS INTEGER) FROM extension ORDER BY 1')
        .pluck()
        .all(),
    )
    const [one] = await extensions(services, { search: dana })
    const inventory = await services.directory.show(services.directory.find('dana.whitfield'))
    expect(one).toMatchObject({
      holder: { name: 'Dana Whitfield', userName: 'dana.whitfield' },
      state: 'assigned',
      voicemails: inventory.voicemail.count,
      phoneNumbers: inventory.phoneNumbers.map(({ phoneNumber }) => phoneNumber),
    })
  })

  // Would catch: a trigger that forgets a change, so that the page goes on showing who left.
  it('knows at once who left, and finds the extension by their name', async () => {
    const services = await open()
    await extensions(services)
    await offboard(services, 'dana.whitfield')
    const [free] = await extensions(services, { state: 'free', search: 'whitfield' })
    expect(free).toMatchObject({ extensionNumber: dana, holder: null, lastHolder: 'Dana Whitfield', state: 'free' })
    expect(free!.voicemails).toBeGreaterThan(0)
    const hire = { userName: 'noor.hire', firstName: 'Noor', lastName: 'Hire', primaryEmail: 'noor@example.com' }
    const give = extensionRequest(services, dana, { assignProfile: { ...hire, oldRecords: 'hide' } })
    await carryOut(services, give)
    const [given] = await extensions(services, { search: 'noor hire' })
    expect(given).toMatchObject({ state: 'assigned', lastHolder: null, hiddenVoicemails: free!.voicemails })
    const shown = await services.extensions.show(services.extensions.find(dana))
    expect(shown.former).toEqual([
      expect.objectContaining({ name: 'Dana Whitfield', status: 'INACTIVE', until: '2026-11-23T10:42:00.000Z' }),
    ])
  })

  it('filters by state, site and voicemail, and the filters add up', async () => {
    const services = await open()
    const all = await extensions(services)
    const { site } = all.find(({ voicemails }) => voicemails > 0)!
    expect(await extensions(services, { site, hasVoicemail: true, state: 'assigned' })).toEqual(
      all.filter((one) => one.site === site && one.voicemails > 0 && one.state === 'assigned'),
    )
    expect(await extensions(services, { hasVoicemail: false })).toEqual(
      all.filter(({ voicemails }) => voicemails === 0),
    )
  })

  it.each(extensionSort.options)('pages by %s in both directions without losing or repeating any', async (sort) => {
    const services = await open()
    for (const descending of [false, true]) {
      const query = { filter: { search: '' }, sort, descending }
      const whole = await services.extensions.list({ ...query, offset: 0, limit: 200 })
      const paged: ExtensionRow[] = []
      for (let offset = 0; offset < whole.total; offset += 7)
        paged.push(...(await services.extensions.list({ ...query, offset, limit: 7 })).extensions)
      expect(paged).toEqual(whole.extensions)
      expect(new Set(paged.map(({ id }) => id)).size).toBe(whole.total)
    }
  })
})

describe('the list of phone numbers', () => {
  it('says of each where it is, and until when', async () => {
    const services = await open()
    const [first, second, third] = [...numbersOn(services, dana), ...numbersOn(services, '1009')]
    const states = async (): Promise<(string | null)[]> => {
      const all = await numbers(services)
      const one = all.find(({ phoneNumber }) => phoneNumber === first)!
      return [one.state, one.extension?.extensionNumber ?? null, one.until]
    }
    expect(await states()).toEqual(['assigned', dana, null])
    await offboard(services, 'dana.whitfield')
    expect(await states()).toEqual(['kept', dana, null])
    const decide = (choice: Parameters<typeof extensionRequest>[2]) =>
      carryOut(services, extensionRequest(services, dana, choice))
    await decide({ numbers: { [first!]: { kind: 'park', until: '2027-01-31' } } })
    expect(await states()).toEqual(['parked', null, '2027-01-31'])
    await decide({ reclaim: [first!] })
    await decide({ numbers: { [first!]: { kind: 'release' } } })
    expect(await states()).toEqual(['released', null, '2027-02-21'])
    expect((await numbers(services, { state: 'released' })).map(({ phoneNumber }) => phoneNumber)).toContain(first)
    expect((await numbers(services, { search: second! })).length).toBe(1)
    expect((await numbers(services, { search: '1009' })).map(({ phoneNumber }) => phoneNumber)).toContain(third)
  })

  it('shows a number that is being ported', async () => {
    const services = await open()
    const [first] = numbersOn(services, dana)
    services.db.prepare("UPDATE phone_number SET status = 'PORTING' WHERE phone_number = ?").run(first)
    expect((await numbers(services, { state: 'porting' })).map(({ phoneNumber }) => phoneNumber)).toContain(first)
  })

  it.each(numberSort.options)('pages by %s in both directions without losing or repeating any', async (sort) => {
    const services = await open()
    for (const descending of [false, true]) {
      const query = { filter: { search: '' }, sort, descending }
      const whole = await services.extensions.numbers({ ...query, offset: 0, limit: 200 })
      const paged: NumberRow[] = []
      for (let offset = 0; offset < whole.total; offset += 7)
        paged.push(...(await services.extensions.numbers({ ...query, offset, limit: 7 })).numbers)
      expect(paged).toEqual(whole.numbers)
    }
  })
})

describe('at the size of a hundred thousand', () => {
  it.each(extensionSort.options)('extensions by %s are read out of an index, without sorting', async (sort) => {
    const services = await open()
    for (const descending of [false, true]) {
      const { sql, values } = orderedSql(extensionList, { filter: { search: '' }, sort, descending })
      const plan = queryPlan(services.db, `${sql} LIMIT 100`, values)
      expect(plan).toMatch(/SCAN extension_search USING (COVERING )?INDEX extension_search_by_/)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it.each(numberSort.options)('numbers by %s are read out of an index, without sorting', async (sort) => {
    const services = await open()
    for (const descending of [false, true]) {
      const { sql, values } = orderedSql(numberList, { filter: { search: '' }, sort, descending })
      const plan = queryPlan(services.db, `${sql} LIMIT 100`, values)
      expect(plan).toMatch(/SCAN number_search USING (COVERING )?INDEX number_search_by_/)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it('the few that a filter leaves, and the rows of a page, are found by their keys', async () => {
    const services = await open()
    const free = orderedSql(extensionList, {
      filter: { search: '', state: 'free' },
      sort: 'extension',
      descending: false,
    })
    expect(queryPlan(services.db, free.sql, free.values)).toMatch(/SEARCH extension_search USING .*by_state/)
    const parked = orderedSql(numberList, {
      filter: { search: '', state: 'parked' },
      sort: 'number',
      descending: false,
    })
    expect(queryPlan(services.db, parked.sql, parked.values)).toMatch(/SEARCH number_search USING .*by_state/)
    expect(queryPlan(services.db, partSql('extension_search', "state = 'free'"), [0, 10_000])).toMatch(
      /SEARCH .* USING INTEGER PRIMARY KEY/,
    )
    for (const rows of [extensionRowsSql, numberRowsSql]) {
      const scans = queryPlan(services.db, rows, ['[1,2]'])
        .split('\n')
        .filter((line) => line.startsWith('SCAN'))
      expect(scans.filter((line) => !line.includes('wanted'))).toEqual([])
    }
  })
})

it('extensions and numbers that were there before the lists are in them', async () => {
  const folder = testFolder()
  const before = migrations.filter((one) => one.id < 20)
  const old = await openDatabase({ folder, now: () => '2026-01-01T00:00:00.000Z', steps: before })
  old.exec(readFileSync('tests/support/rows.sql', 'utf8'))
  old.close()
  const { services } = await openTestServices(folder)
  expect(await extensions(services)).toEqual([
    expect.objectContaining({ extensionNumber: '1042', voicemails: 1, phoneNumbers: ['+12125550142'] }),
  ])
  expect((await numbers(services)).map(({ state }) => state)).toEqual(['assigned'])
  expect(extensionRow(services, '1042').user_id).toBe('u1')
})
