import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { readInTurns } from '../../src/main/db/readInTurns.ts'
import { onExtensionSql } from '../../src/main/phoneSystem/embedded/voicemails.ts'
import { nextOnExtensionSql } from '../../src/main/phoneSystem/embedded/voicemailSummary.ts'
import type { Services } from '../../src/main/services.ts'
import { voicemailId } from '../../src/shared/ids.ts'
import type { Inventory } from '../../src/shared/offboarding/inventory.ts'
import { fillMailbox } from '../support/fillMailbox.ts'
import { queryPlan } from '../support/queryPlan.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const dana = '1042'
const more = 3210

async function openLarge(): Promise<{ services: Services; dataFolder: string }> {
  const { services, dataFolder } = await openTestServices(await demoFolder())
  // Of one minute there are hundreds, so that a page ends among those of one time.
  fillMailbox(services.db, dana, more, (index) => ({
    id: `m${(index * 7919) % more}`,
    receivedAt: `2020-01-01T00:0${Math.floor(index / 700)}:00.000Z`,
    sha256: createHash('sha256').update(String(index)).digest('hex'),
    mark: index % 2 === 0 ? 0 : 1,
  }))
  return { services, dataFolder }
}

type Facts = Record<'id' | 'sha256' | 'folder' | 'at', string> &
  Record<'bytes' | 'seconds' | 'isRead' | 'isUrgent' | 'isHidden', number>

/** What the inventory says of the voicemail, in one pass over all of it. */
function expected({ db }: Services): Inventory['voicemail'] {
  const rows = db
    .prepare<[string], Facts>(
      `SELECT m.id, sha256, bytes, seconds, folder, is_read AS isRead, is_urgent AS isUrgent, is_hidden AS isHidden,
          received_at AS at FROM voicemail_message m JOIN extension ON extension.id = extension_id
        WHERE extension_number = ? ORDER BY received_at, m.id`,
    )
    .all(dana)
  const lines = rows.map((m) => `${[m.id, m.sha256, m.bytes, m.seconds, m.folder, m.isRead, m.isUrgent].join('|')}\n`)
  const sum = (of: (row: Facts) => number): number => rows.reduce((total, row) => total + of(row), 0)
  return {
    count: rows.length,
    unread: sum(({ isRead }) => 1 - isRead),
    urgent: sum(({ isUrgent }) => isUrgent),
    hidden: sum(({ isHidden }) => isHidden),
    bytes: sum(({ bytes }) => bytes),
    seconds: sum(({ seconds }) => seconds),
    oldest: rows[0]!.at,
    newest: rows.at(-1)!.at,
    digest: createHash('sha256').update(lines.join('')).digest('hex'),
  }
}

it('is summed up in turns as it would be at once', async () => {
  const { services } = await openLarge()
  const { voicemail } = await services.directory.show(services.directory.find(dana))
  const { seconds, ...exact } = expected(services)
  expect(voicemail).toMatchObject(exact)
  expect(voicemail.seconds).toBeCloseTo(seconds, 6)
  expect(exact.count).toBeGreaterThan(more)
  const plan = queryPlan(services.db, nextOnExtensionSql, ['x', '', ''])
  expect(plan).toContain('USING INDEX voicemail_message_by_extension (extension_id=? AND (received_at,id)>(?,?))')
  expect(queryPlan(services.db, onExtensionSql, ['x'])).toBe(
    'SEARCH m USING COVERING INDEX voicemail_message_by_extension (extension_id=?)',
  )
})

it('is summed up the same when all of its messages are chosen, in whatever order', async () => {
  const { services } = await openLarge()
  const ids = services.db
    .prepare<[string], string>(
      'SELECT m.id FROM voicemail_message m JOIN extension ON extension.id = extension_id WHERE extension_number = ? ORDER BY sha256',
    )
    .pluck()
    .all(dana)
  const request = { kind: 'messages' as const, messageIds: ids.map((id) => voicemailId.parse(id)) }
  const { inventory } = await services.planner.planWithInventory(request)
  const { seconds: _, ...exact } = expected(services)
  expect(inventory).toMatchObject({ voicemail: exact, gone: 0 })
})

// Would catch: a plan of a mailbox that never was, half of it from before a change and half from after it.
it('that changes between two turns is read again', async () => {
  const { services } = await openLarge()
  const reading = services.directory.show(services.directory.find(dana))
  services.db.prepare("UPDATE voicemail_message SET bytes = 11 WHERE id IN ('m0', 'm2100')").run()
  const { seconds: _, ...exact } = expected(services)
  expect((await reading).voicemail).toMatchObject(exact)
})

it('is read again when another connection has written meanwhile, and at once when somebody always does', async () => {
  const { services, dataFolder } = await openTestServices(await demoFolder())
  const other = new Database(join(dataFolder, 'offhook.sqlite'))
  const writing = { often: 0 }
  let begun = 0
  const read = function* (): Generator<void, number> {
    begun += 1
    if (writing.often > 0) other.exec(`UPDATE site SET name = name || '.'`)
    writing.often -= 1
    yield
    return begun
  }
  expect(await readInTurns(services.db, read)).toBe(1)
  begun = 0
  writing.often = 2
  expect(await readInTurns(services.db, read)).toBe(3)
  begun = 0
  writing.often = 9
  expect(await readInTurns(services.db, read)).toBe(4)
  other.close()
})
