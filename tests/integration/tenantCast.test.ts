import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { createTenantService } from '../../src/main/features/tenant/service.ts'
import { createEmbeddedPhoneSystem } from '../../src/main/phoneSystem/embedded/system.ts'
import type { UserId } from '../../src/shared/ids.ts'
import type { Inventory } from '../../src/shared/offboarding/inventory.ts'
import { countingIds, fixedClock } from '../support/clock.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'

const voicesFolder = join(import.meta.dirname, '../../resources/demo/voices')

type Database = Awaited<ReturnType<typeof openDatabase>>
let database: Database
let inventoryOf: (userName: string) => Promise<Inventory>

beforeAll(async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'offhook-test-'))
  const clock = fixedClock()
  const ids = countingIds('n')
  database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  const db = asWriteDb(database)
  await createTenantService({ db, dataFolder, voicesFolder, clock, ids }).createDemo({ calls: 3000 }, () => {})
  const phoneSystem = createEmbeddedPhoneSystem({ db, audioFolder: join(dataFolder, 'audio'), clock, ids })
  const find = database.prepare<[string], { id: UserId }>('SELECT id FROM user WHERE user_name = ?')
  inventoryOf = (userName) => phoneSystem.inventory(find.get(userName)?.id as UserId)
  return () => {
    database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
})

const column = (sql: string): unknown[] => database.prepare(sql).pluck().all()

describe('the cast of the demo company', () => {
  // Once all of a weekend fell on its Friday, which then stood out like a failure of the phone system.
  it('calls on working days about alike, and hardly ever at weekends', () => {
    const days = `SELECT count(*) FROM call_record WHERE callee_extension IS NOT NULL OR caller_extension IS NOT NULL
      GROUP BY strftime('%w', started_at) ORDER BY strftime('%w', started_at)`
    const [sunday, ...rest] = column(days) as number[]
    const [working, saturday] = [rest.slice(0, 5), rest[5]!]
    expect(Math.max(...working) / Math.min(...working)).toBeLessThan(1.5)
    for (const weekend of [sunday!, saturday]) expect(weekend / Math.min(...working)).toBeLessThan(0.1)
  })

  it('has Dana Whitfield with something of everything that can hang on a person', async () => {
    const dana = await inventoryOf('dana.whitfield')
    expect(dana.user).toMatchObject({
      firstName: 'Dana',
      lastName: 'Whitfield',
      site: 'New York',
      leavesOn: '2026-11-23',
    })
    expect(dana.user).toMatchObject({ scimProvider: null, legalHold: null, role: 'none' })
    expect(dana.extension).toMatchObject({ extensionNumber: '1042', fqExtensionNumber: '211042' })
    expect(dana.phoneNumbers.map((one) => one.phoneNumber)).toEqual(['+12125550142', '+12125550192'])
    expect([dana.ringGroups.length, dana.callQueues.length]).toEqual([2, 1])
    expect(dana.voicemail).toMatchObject({ count: 12, urgent: 1 })
    expect(dana.voicemail.unread).toBeGreaterThan(1)
    expect(dana.greetings.map((one) => one.kind)).toContain('name')
    expect(dana.user.openSessions).toBeGreaterThan(0)
    expect(dana.forwardedHere).toEqual([])
    const { preference, callLog, callRecord, billingRecord, chatMessage, meeting, contact, fax, textMessage } =
      dana.counts
    const counts = [preference, callLog, callRecord, billingRecord, chatMessage, meeting, contact, fax, textMessage]
    expect(Math.min(...counts, dana.licences.length, dana.devices.length)).toBeGreaterThan(0)
    const formats = `SELECT format FROM voicemail_message WHERE extension_id = '${dana.extension?.id}' GROUP BY 1 ORDER BY 1`
    expect(column(formats)).toEqual(['mp3', 'wav-pcm', 'wav-ulaw'])
  })

  it('has Marcus Reyes as a second easy one', async () => {
    const marcus = await inventoryOf('marcus.reyes')
    expect(marcus.extension?.extensionNumber).toBe('1017')
    expect(marcus.voicemail.count).toBe(5)
    expect(marcus.user.leavesOn).toBe('2026-11-24')
    expect([marcus.devices, marcus.forwardedHere]).toEqual([[], []])
  })

  it.each<[string, string, (inventory: Inventory) => boolean]>([
    ['ingrid.sorensen', 'no voicemail', ({ voicemail }) => voicemail.count === 0],
    ['tom.okafor', '120 messages', ({ voicemail }) => voicemail.count === 120],
    ['hannah.vogel', 'a number that is being ported', ({ phoneNumbers }) => phoneNumbers[0]?.status === 'PORTING'],
    ['priya.raman', 'six ring groups', ({ ringGroups }) => ringGroups.length === 6],
    ['jonas.keller', 'a status that Okta owns', ({ user }) => user.scimProvider === 'Okta'],
    ['margaret.osei', 'the primary administrator', ({ user }) => user.role === 'primaryAdministrator'],
    ['gus.papadopoulos', 'an active desk phone', ({ devices }) => devices[0]?.status === 'ACTIVE'],
    ['eleanor.fitzgeraldhume', 'a legal hold', ({ user }) => user.legalHold !== null],
    ['tom.okafor', 'calls of others forwarded to them', ({ forwardedHere }) => forwardedHere[0] === '1018'],
  ])('has %s, who leaves soon, with %s', async (userName, _case, holds) => {
    const inventory = await inventoryOf(userName)
    const { leavesOn } = inventory.user
    expect(leavesOn !== null && leavesOn >= '2026-11-23' && leavesOn <= '2026-12-07').toBe(true)
    expect(holds(inventory)).toBe(true)
  })

  it('has one primary administrator only, and others who may deactivate', () => {
    expect(column("SELECT count(*) FROM user WHERE role = 'primaryAdministrator'")).toEqual([1])
    expect(column("SELECT count(*) FROM user WHERE role = 'secondaryAdministrator'")).toEqual([2])
  })

  it('has free extensions, of which some still hold the voicemail of people who left', () => {
    expect(column('SELECT count(*) FROM extension WHERE user_id IS NULL')).toEqual([6])
    const held =
      'SELECT extension_number FROM extension x WHERE user_id IS NULL AND EXISTS (SELECT 1 FROM voicemail_message m WHERE m.extension_id = x.id) ORDER BY 1'
    expect(column(held)).toEqual(['1039', '3034'])
  })

  it('has numbers in every state, and licences in the pool', () => {
    const states = ['ASSIGNED', 'AVAILABLE', 'PARKED', 'PORTING', 'RELEASED']
    expect(column('SELECT DISTINCT status FROM phone_number ORDER BY 1')).toEqual(states)
    expect(column('SELECT count(*) FROM licence WHERE user_id IS NULL')).toEqual([6])
  })

  it('has names beyond ASCII and one that is very long', () => {
    const names = column("SELECT first_name || ' ' || last_name FROM user").map(String)
    expect(names.filter((name) => /[^\u0020-\u007e]/.test(name)).length).toBeGreaterThan(8)
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(60)
    expect(column("SELECT user_name FROM user WHERE user_name GLOB '*[^a-z0-9.]*'")).toEqual([])
  })

  it('has faxes of somebody who left more than twelve months ago, for the sweeper', () => {
    const old =
      "SELECT count(*) > 0 FROM other_product_record JOIN user ON user.id = user_id WHERE left_at < '2025-11-23'"
    expect(column(old)).toEqual([1])
  })
})
