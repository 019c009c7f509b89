import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compilePattern, guessPattern, timeOf } from '../../src/main/features/imports/voicemail/folder/pattern.ts'
import { readTime } from '../../src/main/features/imports/voicemail/folder/times.ts'
import { mp3Frames, wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { outlookMail } from '../support/outlook.ts'
import { snapshot } from '../support/spool.ts'

const wav = (seconds: number, fill = 0): Buffer => wavOf({ tag: 1, seconds, fill })
const messages = `SELECT extension_number, caller_name, caller_number, received_at, seconds, is_read, is_urgent, transcript
  FROM voicemail_message JOIN extension ON extension.id = extension_id ORDER BY received_at`

function letter(headers: readonly string[], audio: Buffer | null): string {
  return letterWith(headers, audio === null ? [] : [['msg0000.wav', audio]])
}

function letterWith(headers: readonly string[], attached: readonly (readonly [name: string, audio: Buffer])[]): string {
  const parts = attached.flatMap(([name, audio]) => [
    '--b',
    `Content-Type: audio/x-wav; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    audio.toString('base64').replaceAll(/(.{76})/g, '$1\r\n'),
  ])
  return [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello, this is Ana.',
    'From here on it is only text.',
    ...parts,
    '--b--',
    '',
  ].join('\r\n')
}

const asterisk = [
  'From: "Asterisk PBX" <asterisk@example.com>',
  'To: Dana <dana@example.com>',
  'Subject: [PBX]: New message 1 in mailbox 1001',
  'Date: Mon, 2 Nov 2026 14:05:09 +0000',
  'Message-ID: <Asterisk-1@example.com>',
  'X-Asterisk-VM-Extension: 1009',
  'X-Asterisk-VM-Context: default',
  'X-Asterisk-VM-Flag: Urgent',
  'X-Asterisk-VM-Caller-ID-Num: +12125550134',
  'X-Asterisk-VM-Caller-ID-Name: Ana Ruiz',
  'X-Asterisk-VM-Duration: 3',
  'X-Asterisk-VM-Orig-time: 1793628300',
  'X-Asterisk-VM-Message-ID: 1793628300-0000001',
]
const exchange = [
  'From: Bo Berg <noreply@example.com>',
  'To: dana@example.com',
  'Subject: Voice Mail (4 seconds)',
  'Date: Tue, 3 Nov 2026 09:00:00 +0100',
  'Message-ID: <teams-2@example.com>',
  'Content-Class: Voice',
  'X-CallingTelephoneNumber: +4930123456',
  'X-VoiceMessageDuration: 4',
  'X-VoiceMessageSenderName: Bo Berg',
]

describe('voicemail in mail', () => {
  it('reads .eml files by the headers of Asterisk, Exchange and Teams; mail without a recording is counted', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    writeFileSync(join(folder, '1.eml'), letter(asterisk, wav(3)))
    writeFileSync(join(folder, '2.eml'), letter(exchange, wav(4, 1)))
    writeFileSync(join(folder, '3.eml'), letter(['From: x@example.com', 'Subject: Lunch'], null))
    writeFileSync(join(folder, '4.eml'), Buffer.from([0, 1, 2, 3]))
    const before = snapshot(folder)
    const result = await imports.voicemail({ from: 'mail', path: folder })
    expect(result).toMatchObject({ imported: 2, skipped: 1 })
    expect(rows(messages)).toEqual([
      {
        extension_number: '1009',
        caller_name: 'Ana Ruiz',
        caller_number: '+12125550134',
        received_at: '2026-11-02T14:05:00.000Z',
        seconds: 3,
        is_read: 0,
        is_urgent: 1,
        transcript: null,
      },
      expect.objectContaining({
        extension_number: '1001',
        caller_name: 'Bo Berg',
        caller_number: '+4930123456',
        received_at: '2026-11-03T08:00:00.000Z',
        transcript: 'Hello, this is Ana.\nFrom here on it is only text.',
      }),
    ])
    expect(await imports.voicemail({ from: 'mail', path: folder })).toMatchObject({ imported: 0, alreadyHere: 2 })
    expect(snapshot(folder)).toEqual(before)
  })

  it('reads an mbox mail by mail; lines that look like a beginning are none', async () => {
    const { imports, rows } = await openImports()
    const path = join(testFolder(), 'voicemail.mbox')
    const boxed = (mail: string, status: string): string =>
      `From pbx@example.com Mon Nov  2 14:05:09 2026\n${status}\n${mail.replaceAll('\r\n', '\n').replaceAll(/^(>*From )/gm, '>$1')}\n`
    writeFileSync(path, boxed(letter(asterisk, wav(3)), 'Status: RO') + boxed(letter(exchange, wav(4, 1)), 'Status: O'))
    expect(await imports.voicemail({ from: 'mail', path })).toMatchObject({ imported: 2 })
    expect(rows(messages).map((row) => row['is_read'])).toEqual([1, 0])
    expect(rows(messages)[1]!['transcript']).toContain('\nFrom here on')
  })

  it('reads what Outlook saved, by the headers of its transport', async () => {
    const { imports, rows } = await openImports()
    const path = join(testFolder(), 'one.msg')
    const given = { headers: exchange.join('\r\n'), subject: 'Voice Mail (4 seconds)', body: 'Call me back, please.' }
    writeFileSync(path, outlookMail({ ...given, audio: wav(4), name: 'audio.wav' }))
    expect(await imports.voicemail({ from: 'mail', path })).toMatchObject({ imported: 1 })
    expect(rows(messages)).toMatchObject([
      {
        extension_number: '1001',
        caller_name: 'Bo Berg',
        caller_number: '+4930123456',
        received_at: '2026-11-03T08:00:00.000Z',
        transcript: 'Call me back, please.',
      },
    ])
  })

  it('a time that cannot be true counts as missing, and keeps nothing else from being imported', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const dated = (headers: readonly string[], name: string, value: string): string[] =>
      headers.map((one) => (one.startsWith(`${name}:`) ? `${name}: ${value}` : one))
    const late = 'Mon, 2 Nov 12026 14:05:09 +0000'
    const headers = [
      dated(exchange, 'Date', late),
      dated(asterisk, 'X-Asterisk-VM-Orig-time', '99999999999999'),
      dated(dated(asterisk, 'X-Asterisk-VM-Orig-time', '1793628300000'), 'Date', late),
    ]
    headers.forEach((one, index) => {
      const own = one.map((line) => line.replace('-0000001', `-000000${index}`))
      writeFileSync(join(folder, `${index}.eml`), letter(own, wav(4, index)))
    })
    const result = await imports.voicemail({ from: 'mail', path: folder })
    expect(result).toMatchObject({ imported: 3, unreadable: 0 })
    expect(result.problems.filter(({ reason }) => reason.includes('time of the message is missing'))).toHaveLength(2)
    expect(rows(messages).map((row) => row['received_at'])).toEqual([
      '1970-01-01T00:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
      '2026-11-02T14:05:09.000Z',
    ])
    expect(await imports.voicemail({ from: 'mail', path: folder })).toMatchObject({ imported: 0, alreadyHere: 3 })
  })

  it('takes each recording of a forwarded mail, and several formats of one as one', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const attached = [
      ['vm-ana.wav', wav(4)],
      ['vm-ana.mp3', mp3Frames(100)],
      ['vm-bo.wav', wav(2, 1)],
      ['vm-bo.wav', wav(1, 2)],
    ] as const
    writeFileSync(join(folder, '1.eml'), letter(exchange, wav(4)))
    await imports.voicemail({ from: 'mail', path: folder })
    writeFileSync(join(folder, '1.eml'), letterWith(exchange, attached))
    const more = await imports.voicemail({ from: 'mail', path: folder })
    expect(more).toMatchObject({ imported: 2, alreadyHere: 1, guessed: 0 })
    expect(rows('SELECT seconds, transcript IS NULL AS silent FROM voicemail_message ORDER BY seconds')).toEqual([
      { seconds: 1, silent: 1 },
      { seconds: 2, silent: 1 },
      { seconds: 4, silent: 0 },
    ])
    expect(await imports.voicemail({ from: 'mail', path: folder })).toMatchObject({ imported: 0, alreadyHere: 3 })
  })

  it('takes the recordings of mails that were forwarded whole as those mails tell of them', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    const attached = [letter(asterisk, wav(3)), letter(exchange, wav(4, 1))].flatMap((mail, index) => [
      '--outer',
      // The second as mail programs write it that forward inline.
      'Content-Type: message/rfc822',
      ...(index === 0 ? ['Content-Disposition: attachment; filename="one.eml"'] : []),
      '',
      mail,
    ])
    const outer = [
      'From: Dana <dana@example.com>',
      'To: it@example.com',
      'Subject: Fw: my voicemail',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="outer"',
      '',
      ...attached,
      '--outer--',
      '',
    ].join('\r\n')
    writeFileSync(join(folder, '1.eml'), outer)
    const result = await imports.voicemail({ from: 'mail', path: folder })
    expect(result).toMatchObject({ imported: 2, skipped: 0, unreadable: 0 })
    expect(rows(messages).map((row) => [row['extension_number'], row['caller_name']])).toEqual([
      ['1009', 'Ana Ruiz'],
      ['1001', 'Bo Berg'],
    ])
    // The mails themselves are the same messages.
    writeFileSync(join(folder, '2.eml'), letter(exchange, wav(4, 1)))
    expect(await imports.voicemail({ from: 'mail', path: folder })).toMatchObject({ imported: 0, alreadyHere: 3 })
  })

  it('finds the mail of Thunderbird and Apple Mail, and says what else lies there', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    const bytes = Buffer.from(letter(exchange, wav(4, 1)))
    writeFileSync(join(folder, 'Inbox'), `From - Mon Nov  2 14:05:09 2026\n${letter(asterisk, wav(3))}`)
    writeFileSync(
      join(folder, '7.emlx'),
      Buffer.concat([Buffer.from(`${bytes.length}\n`), bytes, Buffer.from('<?xml')]),
    )
    writeFileSync(join(folder, 'Inbox.msf'), 'an index')
    writeFileSync(join(folder, 'notes'), 'Nothing')
    symlinkSync(join(folder, '7.emlx'), join(folder, 'link.eml'))
    const result = await imports.voicemail({ from: 'mail', path: folder })
    expect(result).toMatchObject({ imported: 2, skipped: 3, unreadable: 0 })
    expect(result.problems.map(({ file }) => file).toSorted()).toEqual(['*.msf', 'files without an ending', 'link.eml'])
  })

  it('goes to the extension that was chosen', async () => {
    const { imports, rows } = await openImports()
    const path = join(testFolder(), 'one.eml')
    writeFileSync(path, letter(exchange, wav(2)))
    await imports.voicemail({ from: 'mail', path, answers: { extension: '1009' } })
    expect(rows(messages)).toMatchObject([{ extension_number: '1009' }])
  })
})

describe('a folder of audio with a CSV', () => {
  const table = [
    'Mailbox;Caller ID;Received;Recording;Heard;Text',
    "1001;'+12125550134;2026-11-02T14:05:00Z;a.wav;no;Call me",
    '1001;+4930123456;1793800000;sub\\b.wav;yes;',
    '2002;;not a time;c.wav;;',
    '1001;;;missing.wav;;',
  ].join('\r\n')

  function folderWithTable(): string {
    const folder = testFolder()
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'a.wav'), wav(1))
    writeFileSync(join(folder, 'sub', 'b.wav'), wav(2))
    writeFileSync(join(folder, 'c.wav'), wav(3))
    writeFileSync(join(folder, 'stray.wav'), wav(4))
    writeFileSync(join(folder, 'list.csv'), `\uFEFF${table}`)
    return join(folder, 'list.csv')
  }

  it('guesses the columns, which can be chosen otherwise, and names each row that cannot be imported', async () => {
    const { imports, rows } = await openImports()
    const path = folderWithTable()
    const { fields } = await imports.previewVoicemail({ from: 'csv', path })
    const guessed = Object.fromEntries(fields.map(({ key, value }) => [key, value]))
    expect(guessed).toMatchObject({
      'column.file': 'Recording',
      'column.extension': 'Mailbox',
      'column.callerNumber': 'Caller ID',
      'column.time': 'Received',
      'column.read': 'Heard',
      'column.transcript': 'Text',
    })
    const result = await imports.voicemail({ from: 'csv', path, answers: { 'column.transcript': '' } })
    expect(result).toMatchObject({ imported: 3, skipped: 1, unreadable: 1 })
    expect(result.problems.map(({ reason }) => reason).join(' ')).toContain('missing.wav is not beside the CSV')
    expect(rows(messages)).toContainEqual(
      expect.objectContaining({
        caller_number: '+12125550134',
        received_at: '2026-11-02T14:05:00.000Z',
        is_read: 0,
        transcript: null,
      }),
    )
  })

  const received = 'SELECT received_at FROM voicemail_message ORDER BY caller_number'
  const local = (month: number, day: number): string => new Date(2026, month - 1, day, 14, 5).toISOString()

  function folderWithTimes(times: readonly string[]): string {
    const folder = testFolder()
    times.forEach((_, index) => writeFileSync(join(folder, `${index}.wav`), wav(1, index)))
    const lines = times.map((time, index) => `${index}.wav,1001,${index},"${time}"`)
    writeFileSync(join(folder, 'list.csv'), ['file,extension,caller,"time\n(local)"', ...lines].join('\n'))
    return join(folder, 'list.csv')
  }
  const answers = { 'column.time': 'time\n(local)' }

  it('reads dates with the day first or the month first as the whole column shows', async () => {
    for (const [times, expected] of [
      [
        ['02/11/2026 14:05', '25/10/2026 14:05'],
        [local(11, 2), local(10, 25)],
      ],
      [
        ['11/02/2026 2:05 PM', '10/25/2026 2:05 PM'],
        [local(11, 2), local(10, 25)],
      ],
    ] as const) {
      const { imports, rows } = await openImports()
      const path = folderWithTimes(times)
      // As it was kept from another file.
      const kept = { ...answers, dates: 'month first' }
      expect(await imports.voicemail({ from: 'csv', path, answers: kept })).toMatchObject({ imported: 2, guessed: 0 })
      expect(rows(received).map((row) => row['received_at'])).toEqual(expected)
    }
  })

  it('does not guess at a date that could be two, and takes the order that is said', async () => {
    const { imports, rows } = await openImports()
    const path = folderWithTimes(['02/11/2026 14:05'])
    const preview = await imports.previewVoicemail({ from: 'csv', path, answers })
    expect(preview.problems[0]?.reason).toContain('could be two dates')
    expect(preview.fields).toContainEqual(expect.objectContaining({ key: 'dates', value: '' }))
    await imports.voicemail({ from: 'csv', path, answers: { ...answers, dates: 'day first' } })
    expect(rows(received)).toEqual([{ received_at: local(11, 2) }])
  })

  it.each([
    ['Latin-1', Buffer.from(table.replace('Call me', 'Call René'), 'latin1'), 'Save it as "CSV UTF-8"'],
    [
      'with an open quote',
      Buffer.from(table.replace('Call me', '"Call me')),
      'begins in line 2 has quotes that do not',
    ],
  ])('that is %s is refused with what to do', async (_, bytes, sentence) => {
    const { imports } = await openImports()
    const path = folderWithTable()
    writeFileSync(path, bytes)
    const refused = { code: 'IMPORT_REJECTED', message: expect.stringContaining(sentence) as string }
    await expect(imports.previewVoicemail({ from: 'csv', path })).rejects.toMatchObject(refused)
    await expect(imports.voicemail({ from: 'csv', path })).rejects.toMatchObject(refused)
  })
})

describe('a folder of audio alone', () => {
  it('takes extension, caller and time from the names, by a pattern that can be tried', async () => {
    const { imports, rows } = await openImports()
    const folder = testFolder()
    mkdirSync(join(folder, '1001'))
    writeFileSync(join(folder, '1001', '+12125550134_20261102_140500.wav'), wav(1))
    writeFileSync(join(folder, '1001', 'anonymous_2026-11-03_09-00-00.wav'), wav(2))
    writeFileSync(join(folder, '1001', 'holiday greeting.wav'), wav(3))
    writeFileSync(join(folder, '1001', '+12125550135_20261103_140500.wma'), Buffer.alloc(100, 0x30))
    writeFileSync(join(folder, 'readme.txt'), 'Recordings')
    const preview = await imports.previewVoicemail({ from: 'folder', path: folder })
    expect(preview.fields[0]).toMatchObject({ key: 'pattern', value: '{extension}/{caller}_{date}_{time}' })
    expect(preview).toMatchObject({ messages: 2, skipped: 2, unreadable: 1 })
    expect(preview.problems.map(({ file }) => file)).toEqual([
      '1001/+12125550135_20261103_140500.wma',
      '1001/holiday greeting.wav',
      '*.txt',
    ])
    const tried = await imports.previewVoicemail({
      from: 'folder',
      path: folder,
      answers: { pattern: '{extension}/{any}' },
    })
    expect(tried).toMatchObject({ messages: 3, skipped: 1, unreadable: 1 })
    await expect(
      imports.previewVoicemail({ from: 'folder', path: folder, answers: { pattern: 'no names' } }),
    ).rejects.toMatchObject({ code: 'IMPORT_REJECTED' })
    await imports.voicemail({ from: 'folder', path: folder })
    expect(rows(messages).map((row) => row['caller_number'])).toEqual(['+12125550134', ''])
  })

  it.each([
    ['20261102 140509', new Date(2026, 10, 2, 14, 5, 9)],
    ['2026-11-02T14:05:09Z', new Date('2026-11-02T14:05:09Z')],
    ['1793628309', new Date(1_793_628_309_000)],
    ['2026-02-31 10:00', null],
    ['2.11.2026 14:05', new Date(2026, 10, 2, 14, 5)],
    ['2/11/2026 14:05', null],
    ['2026-11-02 02:05 PM', new Date(2026, 10, 2, 14, 5)],
    ['2026-11-02 14:05:00+01', new Date('2026-11-02T13:05:00Z')],
    ['Nov 2, 2026 2:05 PM', new Date(2026, 10, 2, 14, 5)],
    ['Mailbox 12', null],
    ['1', null],
    ['yesterday', null],
    ['', null],
    ['1601-01-01', null],
  ])('reads the time %j', (text, expected) => {
    expect(readTime(text, new Date('2026-11-23T10:00:00Z'))).toEqual(expected)
  })

  it('a pattern is not a way to hang the import', () => {
    expect(compilePattern('{name}{any}{any}x')).toBeNull()
    const read = compilePattern('{name}{any}x')
    const started = performance.now()
    read!('a'.repeat(500))
    expect(performance.now() - started).toBeLessThan(1000)
    expect(compilePattern('{caller}_{caller}')).toBeNull()
    expect(guessPattern(['a', 'b'])).toBe('{any}')
    expect(timeOf({ date: '20261102' })).toEqual(new Date(2026, 10, 2))
  })
})
