import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'

const wav = (seconds: number, fill = 0): Buffer => wavOf({ tag: 1, seconds, fill })
const messages = `SELECT extension_number AS extension, caller_name AS name, caller_number AS number, received_at AS at, folder,
    is_read AS read, is_urgent AS urgent, transcript
  FROM voicemail_message JOIN extension ON extension.id = extension_id ORDER BY received_at, seconds`

type Part = { type: string; name: string; audio: Buffer }

/** A mail line by line, with the lines between its parts as telephone systems write them. */
function mailOf(headers: readonly string[], body: readonly string[], parts: readonly Part[]): string {
  const attached = parts.flatMap(({ type, name, audio }) => [
    '------voicemail_100142421727165732',
    `Content-Type: ${type}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    'Content-Description: Voicemail sound attachment.',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    audio.toString('base64').replaceAll(/(.{76})/g, '$1\n'),
    '',
  ])
  return [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="----voicemail_100142421727165732"',
    '',
    'This is a multi-part message in MIME format.',
    '',
    '------voicemail_100142421727165732',
    ...body,
    ...attached,
    '------voicemail_100142421727165732--',
    '',
  ].join('\n')
}

const plain = (...lines: string[]): string[] => ['Content-Type: text/plain; charset=UTF-8', '', ...lines, '']
const recording = (seconds: number, fill = 0, name = 'msg0000.wav'): Part => ({
  type: 'audio/x-wav',
  name,
  audio: wav(seconds, fill),
})

/** As Asterisk sends it to a person: without the headers that it writes for its own IMAP mailboxes. */
function asteriskMail(number: number, mailbox: string, more: readonly string[]): string[] {
  return [
    `Date: Tue, 0${number} Sep 2026 10:15:32 +0200`,
    'From: "Asterisk PBX" <vm@pbx.example.com>',
    `Subject: [PBX]: New message ${number} in mailbox ${mailbox}`,
    `Message-ID: <Asterisk-${number}-1727165732-${mailbox}-4242@pbx.example.com>`,
    ...more,
  ]
}

async function imported(mails: readonly string[]) {
  const { imports, rows } = await openImports()
  const folder = testFolder()
  mails.forEach((mail, index) => writeFileSync(join(folder, `${index}.eml`), mail))
  return { result: await imports.voicemail({ from: 'mail', path: folder }), rows }
}

describe('the mail of Asterisk to a person', () => {
  it('names the caller in headers of its own, and the system is no caller where it does not', async () => {
    const called = ['X-Asterisk-CallerID: 0612345678', 'X-Asterisk-CallerIDName: Marie Martin']
    const dana = 'To: "Dana Whitfield" <dana@example.com>'
    const { rows } = await imported([
      mailOf(asteriskMail(1, '1001', [dana, ...called]), plain('You were left a 0:03 long message'), [recording(3)]),
      mailOf(asteriskMail(2, '1001', [dana]), plain('from an unknown caller'), [recording(4)]),
    ])
    expect(rows(messages)).toMatchObject([
      { name: 'Marie Martin', number: '0612345678' },
      { name: '', number: '' },
    ])
  })

  it('finds the user of the address, and the mailbox of its id where nobody has the address', async () => {
    const { result, rows } = await imported([
      mailOf(asteriskMail(1, '7001', ['To: dana@example.com']), plain('Hello'), [recording(3)]),
      mailOf(asteriskMail(2, '1009', ['To: front.desk@example.com']), plain('Hello'), [recording(4)]),
    ])
    expect(result).toMatchObject({ found: 2, imported: 2 })
    expect(rows(messages).map(({ extension }) => extension)).toEqual(['1001', '1009'])
  })

  it('goes to each of those who share a mailbox, and not to the first of them', async () => {
    const { result, rows } = await imported([
      mailOf(asteriskMail(1, '7001', ['To: dana@example.com']), plain('Hello'), [recording(3)]),
      mailOf(asteriskMail(2, '7001', ['To: front.desk@example.com']), plain('Hello'), [recording(4)]),
    ])
    expect(result).toMatchObject({ imported: 2, extensionsCreated: ['7001'] })
    expect(rows(messages).map(({ extension }) => extension)).toEqual(['1001', '7001'])
  })

  it('goes to the first of its addresses that a user here has, be it in To, in Cc or put there by a server', async () => {
    const to = (...lines: string[]) => ['From: pbx@example.com', 'Date: Tue, 01 Sep 2026 10:15:32 +0200', ...lines]
    const group = 'To: group@x.example'
    const { result, rows } = await imported([
      mailOf(to(`${group}, Dana <Dana@example.com>`), plain('Hello'), [recording(3)]),
      mailOf(to(group, 'Cc: more@x.example, dana@example.com'), plain('Hello'), [recording(4)]),
      mailOf(to(group, 'Delivered-To: box@mail.x.example'), plain('Hello'), [recording(5)]),
      mailOf(to(group, 'X-Original-To: dana@example.com'), plain('Hello'), [recording(6)]),
    ])
    expect(result).toMatchObject({ found: 4, imported: 3, skipped: 1, extensionsCreated: [] })
    expect(rows('SELECT seconds FROM voicemail_message ORDER BY seconds')).toEqual(
      [3, 4, 6].map((seconds) => ({ seconds })),
    )
    expect(rows(messages).map(({ extension }) => extension)).toEqual(['1001', '1001', '1001'])
    expect(result.problems).toEqual([
      {
        outcome: 'skipped',
        file: 'box@mail.x.example',
        reason: expect.stringContaining('nobody who has an extension here has the email address') as string,
      },
    ])
  })

  it('keeps those apart who have a message in common, and knows them again', async () => {
    const { imports, rows } = await openImports()
    const mail = (...lines: string[]) =>
      mailOf(
        ['From: pbx@example.com', 'Date: Tue, 01 Sep 2026 10:15:32 +0200', 'Message-ID: <1@x.example>', ...lines],
        plain('Hello'),
        [recording(3)],
      )
    const folder = testFolder()
    writeFileSync(join(folder, '1.eml'), mail('To: group@x.example, dana@example.com'))
    writeFileSync(join(folder, '2.eml'), mail('To: group@x.example, eli@example.com'))
    rows("UPDATE extension SET user_id = 'u2' WHERE id = 'e9' RETURNING id")
    rows("UPDATE user SET primary_email = 'eli@example.com', status = 'ACTIVE' WHERE id = 'u2' RETURNING id")
    const preview = await imports.previewVoicemail({ from: 'mail', path: folder })
    expect(preview.mailboxes.map(({ mailbox, extension, messages: count }) => [mailbox, extension, count])).toEqual([
      ['dana@example.com', '1001', 1],
      ['eli@example.com', '1009', 1],
    ])
    expect(await imports.voicemail({ from: 'mail', path: folder })).toMatchObject({ imported: 2 })
    expect(new Set(rows(messages).map(({ extension }) => extension))).toEqual(new Set(['1001', '1009']))
    expect(await imports.voicemail({ from: 'mail', path: folder })).toMatchObject({ imported: 0, alreadyHere: 2 })
  })

  it('is told apart by its mailbox where one address keeps the mail of all', async () => {
    const keeper = ['To: voicemail.archive@example.com']
    const { result, rows } = await imported([
      mailOf(asteriskMail(1, '1001', keeper), plain('Hello'), [recording(3)]),
      mailOf(asteriskMail(2, '1009', keeper), plain('Hello'), [recording(4)]),
    ])
    expect(result).toMatchObject({ imported: 2, extensionsCreated: [] })
    expect(rows(messages).map(({ extension }) => extension)).toEqual(['1001', '1009'])
  })

  it('is urgent as its subject says, and what was said before a forwarded message is no second message', async () => {
    const urgent = asteriskMail(1, '1001', ['To: dana@example.com']).map((line) =>
      line.replace('New message 1', 'New Urgent message 1'),
    )
    const { result, rows } = await imported([
      mailOf(urgent, plain('Hello'), [recording(3), recording(1, 1, 'msgintro0000.wav')]),
    ])
    expect(result).toMatchObject({ found: 1, imported: 1, skipped: 0 })
    expect(result.problems.map(({ file }) => file)).toEqual(['0.eml: msgintro0000.wav'])
    expect(rows(messages)).toMatchObject([{ urgent: 1 }])
  })

  it('has its greetings in mails of an IMAP mailbox, which are no messages', async () => {
    const kept = (type: string): string[] => [
      'X-Asterisk-VM-Context: default',
      'X-Asterisk-VM-Extension: 1001',
      `X-Asterisk-VM-Message-Type: ${type}`,
      'X-Asterisk-VM-Orig-time: 1788876845',
      'X-Asterisk-VM-Message-ID: (null)',
    ]
    const { result, rows } = await imported([
      mailOf(asteriskMail(0, '1001', kept('unavail')), plain('Your greeting was changed'), [
        recording(2, 0, 'unavail.wav'),
      ]),
      mailOf(asteriskMail(1, '1001', kept('Message')), plain('Hello'), [recording(3, 1)]),
      mailOf(asteriskMail(2, '1001', kept('Message')), plain('Hello'), [recording(4, 2)]),
    ])
    expect(result).toMatchObject({ imported: 2, greetings: 1 })
    expect(rows('SELECT kind FROM greeting')).toEqual([{ kind: 'unavailable' }])
    expect(rows('SELECT source_key FROM voicemail_message').map((row) => String(row['source_key']))).toEqual([
      expect.not.stringContaining('(null)') as string,
      expect.not.stringContaining('(null)') as string,
    ])
  })

  it('came in when its last server says, where its own date has a month that only its country knows', async () => {
    const headers = asteriskMail(1, '1001', ['To: dana@example.com']).map((line) =>
      line.startsWith('Date:') ? 'Date: Di, 03 Mär 2026 10:15:32 +0100' : line,
    )
    const hops = [
      'Received: from mx.example.com by mail.example.com; Tue, 3 Mar 2026 09:15:40 +0000 (UTC)',
      'Received: from pbx.example.com by mx.example.com; Tue, 3 Mar 2026 09:15:33 +0000',
    ]
    const { result, rows } = await imported([mailOf([...hops, ...headers], plain('Hello'), [recording(3)])])
    expect(result).toMatchObject({ imported: 1, guessed: 0 })
    expect(rows(messages)).toMatchObject([{ at: '2026-03-03T09:15:40.000Z' }])
  })
})

describe('the mail of other systems', () => {
  const to = ['To: dana@example.com', 'Date: Mon, 2 Nov 2026 14:05:09 +0000']
  it.each([
    ['FreeSWITCH', 'Voicemail from "Ana Ruiz" <+12125550134> 00:00:03', 'Ana Ruiz', '+12125550134'],
    ['FusionPBX', 'Voicemail from Ana Ruiz <2125550134> 00:00:03', 'Ana Ruiz', '2125550134'],
    ['a hosted one', 'Voicemail from Ana Ruiz 2125550134', 'Ana Ruiz', '2125550134'],
    ['RingCentral', 'New Voice Message from ANA RUIZ (212) 555-0134 on 11/02/2026 2:05 PM', 'ANA RUIZ', '2125550134'],
    ['one that knows the number only', 'You have a new voicemail from +1 (212) 555-0134', '', '+12125550134'],
    ['one with the length at the end', 'Voice message from Ana Ruiz (1042) (12 seconds)', 'Ana Ruiz', '1042'],
    ['one with a plain name', 'Voicemail from Ana Ruiz', 'Ana Ruiz', ''],
  ])('names the caller in its subject: %s', async (_, subject, name, number) => {
    const headers = ['From: "Voicemail" <vm@example.com>', ...to, `Subject: ${subject}`]
    const { rows } = await imported([mailOf(headers, plain('Hello'), [recording(3)])])
    expect(rows(messages)).toMatchObject([{ name, number }])
  })

  it('has the words of a message in HTML only, as Teams sends them', async () => {
    const headers = ['From: Bo Berg <noreply@example.com>', ...to, 'X-CallingTelephoneNumber: +4930123456']
    const html = [
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><head><style>p {color: red}</style></head><body><p>Hello &amp; good&nbsp;day,<br>',
      'it&#39;s Bo.</p><div>Call <b>back</b>.</div></body></html>',
      '',
    ]
    const { rows } = await imported([mailOf(headers, html, [recording(3)])])
    expect(rows(messages)).toMatchObject([{ transcript: "Hello & good day,\nit's Bo.\nCall back." }])
  })

  it('was heard or deleted as Thunderbird and the export of Gmail say', async () => {
    const kept = (header: string, day: number, seconds: number): string =>
      `From - Mon Nov  2 14:05:09 2026\n${header}\n${mailOf(
        ['From: vm@example.com', 'To: dana@example.com', `Date: Mon, ${day} Nov 2026 14:05:09 +0000`],
        plain('Hello'),
        [recording(seconds, seconds)],
      )}\n`
    const headers = [
      'X-Mozilla-Status: 0001',
      'X-Mozilla-Status: 0009',
      'X-Mozilla-Status: 0000',
      'X-Gmail-Labels: Inbox,Opened',
      'X-Gmail-Labels: Inbox,Unread',
      'X-Gmail-Labels: Trash,Opened',
    ]
    const { imports, rows } = await openImports()
    const path = join(testFolder(), 'Voicemail.mbox')
    writeFileSync(path, headers.map((header, index) => kept(header, index + 1, index + 1)).join(''))
    await imports.voicemail({ from: 'mail', path })
    expect(rows(messages).map(({ read, folder }) => `${String(read)} ${String(folder)}`)).toEqual([
      '1 INBOX',
      '1 Deleted',
      '0 INBOX',
      '1 INBOX',
      '0 INBOX',
      '1 Deleted',
    ])
  })

  it('is no mail where the file is something else, and is told so', async () => {
    const { result } = await imported(['\u0000\u0001\u0002\u0003', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'])
    expect(result).toMatchObject({ imported: 0, unreadable: 2 })
  })
})

describe('a mail without a time', () => {
  const headers = ['From: Ana Ruiz <ana@example.com>', 'To: dana@example.com', 'Message-ID: <1@example.com>']

  it('is noted once, with the time that was taken', async () => {
    const { result, rows } = await imported([mailOf(headers, plain('Hello'), [recording(3)])])
    expect(result.problems).toEqual([
      {
        outcome: 'guessed',
        file: '0.eml',
        reason: 'The time of the message is missing: the first second of 1970 was taken.',
      },
    ])
    expect(rows(messages)).toMatchObject([{ at: '1970-01-01T00:00:00.000Z' }])
  })
})
