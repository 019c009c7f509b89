import { describe, expect, it } from 'vitest'
import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import type { VoicemailId } from '../../../../shared/ids.ts'
import { listedMessage, rowAfterKey } from './messages.ts'
import { formatReceived } from './received.ts'

const message: ArchivedMessage = {
  id: 'm1',
  file: 'voicemail/0001.wav',
  extension: '1042',
  callerName: '',
  callerNumber: '+12125550134',
  receivedAt: '2026-11-02T19:05:00.000Z',
  timezone: 'America/New_York',
  seconds: 12,
  folder: 'Inbox',
  read: false,
  urgent: false,
  format: 'wav-pcm',
  bytes: 1,
  sha256: '0'.repeat(64),
  transcript: null,
}

const place = { kind: 'voicemail', id: 'm1' as VoicemailId } as const

describe('a row', () => {
  it('names a caller without a name by the number, once', () => {
    expect(listedMessage(message, place)).toMatchObject({ caller: '+12125550134', number: null })
  })

  it('never has an empty caller: a screen reader would say nothing', () => {
    expect(listedMessage({ ...message, callerNumber: '' }, place).caller).toBe('Unknown caller')
  })
})

describe('the keys of the list', () => {
  it('stop at both ends', () => {
    expect(rowAfterKey('ArrowUp', 0, 5, 3)).toBe(0)
    expect(rowAfterKey('PageDown', 3, 5, 3)).toBe(4)
  })
  it('leave letters to the window', () => {
    expect(rowAfterKey('a', 0, 5, 3)).toBeNull()
  })
})

it('shows a message of a zone that no table knows, in UTC', () => {
  expect(formatReceived(message.receivedAt, 'Mars/Olympus')).toBe(formatReceived(message.receivedAt, 'UTC'))
})
