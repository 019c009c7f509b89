import { describe, expect, it } from 'vitest'
import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import type { ArchiveId, VoicemailId } from '../../../../shared/ids.ts'
import { listedMessage, mailboxOf, rowAfterKey } from './messages.ts'
import { formatReceived, formatReceivedZone } from './received.ts'

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

describe('the mailbox of an archived message', () => {
  const found = {
    cursor: 1,
    archiveId: 'a' as ArchiveId,
    personName: 'Dana Whitfield',
    extension: '1042',
    message,
    note: '',
  }

  it('is its extension in an archive of several mailboxes, which belongs to nobody', () => {
    const several = { ...found, personName: '2 voicemail messages of 2 extensions', extension: null }
    expect(mailboxOf(several, several.personName)).toBe('Extension 1042')
    expect(mailboxOf(several, null)).toBe('Extension 1042')
  })

  it('needs no saying in the archive of one person', () => {
    expect(mailboxOf(found, null)).toBeNull()
    expect(mailboxOf(found, 'Dana Whitfield, 1042')).toBe('Dana Whitfield, 1042')
  })
})

describe('the time of a message', () => {
  // Without the zone 10:26 in New York stands above 14:19 in London, as if the list were out of order.
  it('says its zone in lists of several mailboxes', () => {
    const late = { ...message, receivedAt: '2026-11-25T15:26:00.000Z' }
    expect(formatReceivedZone(late.receivedAt, 'America/New_York')).toBe('11/25/2026, 10:26 AM EST')
    expect(formatReceivedZone(late.receivedAt, 'Europe/London')).toBe('11/25/2026, 03:26 PM GMT')
    expect(formatReceivedZone(late.receivedAt, 'Of/Nowhere')).toBe('11/25/2026, 03:26 PM UTC')
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
