import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainText, type ChatFilter } from '../../src/shared/audit/chat.ts'
import { readAudit } from '../../src/main/audit/listRepository.ts'
import type { Services } from '../../src/main/services.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

const reason = 'Complaint 4711'

function search({ chat }: Services, filter: ChatFilter) {
  return chat.search(filter, 0, 200, reason)
}

describe('row 9: chat stays indefinitely', () => {
  it('is read years after the person was deleted, with the name as it was', async () => {
    const { services, clock } = await openTestServices(await demoFolder())
    const person = { person: 'Dana Whitfield' }
    const before = await search(services, person)
    expect(before.total).toBeGreaterThan(10)
    await offboard(services, 'dana.whitfield', { delete: true }, '1042')
    services.db.prepare("UPDATE user SET first_name = '', last_name = 'Deleted'").run()
    clock.set('2036-11-23T10:00:00.000Z')
    const after = await search(services, person)
    expect(after.messages).toEqual(before.messages.map((message) => ({ ...message, authorStatus: 'DELETED' })))
  })
})

describe('searching the chat', () => {
  it('finds by words, person, room and dates, and marks what it found', async () => {
    const { services } = await openTestServices(await demoFolder())
    const all = await search(services, {})
    const { messages } = await search(services, { words: 'konnt LEIT' })
    expect(messages.length).toBeGreaterThan(0)
    for (const message of messages) {
      expect(plainText(message)).toBe('Könnt ihr kurz in die Leitung kommen?')
      expect(message.body.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Könnt', 'Leitung'])
    }
    const [room] = services.chat.rooms()
    const inRoom = await search(services, { room: room! })
    expect(inRoom.total).toBeLessThan(all.total)
    expect(new Set(inRoom.messages.map((message) => message.room))).toEqual(new Set([room]))
    const middle = all.messages[50]!.sentAt
    const earlier = (await search(services, { until: middle })).total
    const later = (await search(services, { from: middle })).total
    expect([earlier, later].every((count) => count > 0)).toBe(true)
    expect(earlier + later).toBe(all.total)
  })

  // A search text is a text, never a query of the index.
  it.each(['"', 'NEAR(', 'body:x OR', '*', '-', '?', "'; DROP TABLE chat_message; --", 'a" OR "b', 'zzz\0yyy'])(
    'takes %s as it stands',
    async (words) => {
      const { services } = await openTestServices(await demoFolder())
      expect((await search(services, { words })).total).toBe(0)
      expect((await search(services, { person: words })).total).toBe(0)
    },
  )

  it('reads the room around a message, in the order in which it was written', async () => {
    const { services } = await openTestServices(await demoFolder())
    const hit = (await search(services, { room: '#general' })).messages[10]!
    const part = services.chat.around(hit.id, 3, 5, reason)
    expect(part).toMatchObject({ room: '#general', earlier: true, later: true })
    expect(part.messages).toHaveLength(9)
    expect(part.messages[3]!.id).toBe(hit.id)
    const times = part.messages.map(({ sentAt }) => sentAt)
    expect(times).toEqual(times.toSorted())
    expect(services.chat.around(hit.id, 500, 10, reason).earlier).toBe(false)
  })
})

describe('every look into the chat', () => {
  it('is in the audit with its reason, its query and its count', async () => {
    const { services } = await openTestServices(await demoFolder())
    const { total, messages } = await search(services, { words: 'lunch', person: 'dana' })
    services.chat.around(messages[0]!.id, 1, 1, 'Another reason')
    const [looked, read] = [...readAudit(services.db)].slice(-2)
    expect(looked).toMatchObject({
      action: 'chat.search',
      detail: { reason, query: '"lunch" by dana', count: total, shown: messages.length },
    })
    expect(read).toMatchObject({ action: 'chat.read', detail: { reason: 'Another reason', message: messages[0]!.id } })
  })

  it('shows nothing when it cannot be logged', async () => {
    const { services } = await openTestServices(await demoFolder())
    services.db.prepare('ALTER TABLE audit_entry RENAME TO elsewhere').run()
    await expect(search(services, {})).rejects.toThrow('audit_entry')
  })

  it.each(['json', 'csv', 'html'] as const)(
    'is exported as %s, with the hash of the file in the audit',
    async (format) => {
      const { services } = await openTestServices(await demoFolder())
      const file = join(testFolder(), `chat.${format}`)
      const filter = { person: 'Dana Whitfield' }
      const exported = await services.chat.export(file, filter, format, reason)
      const content = readFileSync(file)
      expect(exported).toEqual({
        fileName: `chat.${format}`,
        count: (await search(services, filter)).total,
        sha256: createHash('sha256').update(content).digest('hex'),
      })
      const parts = {
        json: '"authorName":"Dana Whitfield"',
        csv: ',Dana Whitfield,',
        html: '<bdi>Dana Whitfield</bdi',
      }
      expect(content.toString().split(parts[format])).toHaveLength(exported.count + 1)
      expect([...readAudit(services.db)].find(({ action }) => action === 'chat.export')).toMatchObject({
        subject: `chat.${format}`,
        detail: { reason, sha256: exported.sha256, count: exported.count, bytes: content.length },
      })
    },
  )

  it('leaves no file when it cannot be written', async () => {
    const { services } = await openTestServices(await demoFolder())
    const nowhere = join(testFolder(), 'gone', 'chat.csv')
    await expect(services.chat.export(nowhere, {}, 'csv', reason)).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
  })
})
