import { expect, it } from 'vitest'
import { compareSides } from './comparison.ts'
import type { ArchivedMessage } from './model.ts'

const silence = 'a'.repeat(64)

function message(change: Partial<ArchivedMessage>): ArchivedMessage {
  return {
    id: 'vm-1',
    file: 'data/voicemail/0001.wav',
    extension: '1042',
    callerName: 'Ada Caller',
    callerNumber: '+12125550134',
    receivedAt: '2026-11-02T14:05:00.000Z',
    timezone: 'America/New_York',
    seconds: 4,
    folder: 'INBOX',
    read: false,
    urgent: false,
    format: 'wav',
    bytes: 64_044,
    sha256: silence,
    transcript: null,
    ...change,
  }
}

const sideOf = (...messages: ArchivedMessage[]) => ({
  files: new Map(messages.map(({ file, sha256 }) => [file, sha256])),
  messages,
})
/** How many messages are in the first alone, and in the second alone. */
const alone = (first: ArchivedMessage, second: ArchivedMessage): [number, number] => {
  const compared = compareSides(sideOf(first), sideOf(second))
  return [compared.messagesOnlyInFirst.count, compared.messagesOnlyInSecond.count]
}

it('a message is not the one of somebody else that sounds the same', () => {
  const other = { id: 'vm-2', extension: '1017' }
  expect(alone(message({}), message({ ...other, receivedAt: '2026-11-03T08:00:00.000Z' }))).toEqual([1, 1])
  expect(alone(message({}), message({ ...other, callerNumber: '+12125550199' }))).toEqual([1, 1])
})

it('a message is the same by its id, or by when it came and from whom', () => {
  expect(alone(message({}), message({ callerName: 'Ada C.', receivedAt: '2026-11-02T14:06:00.000Z' }))).toEqual([0, 0])
  expect(alone(message({}), message({ id: 'vm-9', receivedAt: '2026-11-02T14:05:00Z' }))).toEqual([0, 0])
  expect(alone(message({}), message({ sha256: 'b'.repeat(64) }))).toEqual([1, 1])
})

it('bags of other makers list no messages, and are compared by their files', () => {
  const { messagesOnlyInSecond, same } = compareSides(
    { files: new Map([['data/a.wav', silence]]), messages: [] },
    sideOf(message({})),
  )
  expect([messagesOnlyInSecond.count, same]).toEqual([1, 1])
})
