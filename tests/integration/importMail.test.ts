import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mp3Frames, riff, wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { fileOf, openImports } from '../support/importData.ts'
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
    expect(result).toMatchObject({ found: 3, imported: 2, skipped: 0, unreadable: 1, problemCount: 2 })
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

  // Would catch: every mail but the first, taken for the end of the first; and half a mail, because its words quote another.
  it('reads an mbox without empty lines between its mails, and takes no quoted beginning for one', async () => {
    const { imports } = await openImports()
    const beginning = 'From pbx@example.com Mon Nov  2 14:05:09 2026\r\n'
    const quoting = (mail: string): string => mail.replace('Hello,', `It says:\r\n${beginning}Subject: Hello,`)
    const text = 'Subject: Lunch\r\nDate: Mon, 2 Nov 2026 14:05:09 +0000\r\n\r\nAt noon.\r\n'
    const folded = letter(asterisk, wav(3)).replace('mixed; boundary', 'mixed;\r\n    boundary')
    const mails = [quoting(folded), text, quoting(letter(exchange, wav(4, 1)))]
    const path = fileOf(mails.map((mail) => `${beginning}${mail}`).join(''), 'joined.mbox')
    expect(await imports.voicemail({ from: 'mail', path })).toMatchObject({
      imported: 2,
      unreadable: 0,
      problems: [{ file: 'mail', reason: 'One mail has no recording attached.' }],
    })
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

  it('reads what Outlook saved of a mail that never left Exchange, by its properties', async () => {
    const { imports, rows } = await openImports()
    const path = join(testFolder(), 'one.msg')
    // 100 ns since 1601.
    const delivered = (BigInt(Date.UTC(2026, 10, 3, 8)) + 11_644_473_600_000n) * 10_000n
    const given = {
      headers: '',
      subject: 'Voice Mail (4 seconds)',
      body: 'Call me back, please.',
      texts: { '6802': '+4930123456', '6803': 'Bo Berg' },
      numbers: [
        [0x68010003, 4n],
        [0x0e060040, delivered],
      ] as const,
    }
    writeFileSync(path, outlookMail({ ...given, audio: wav(4), name: 'audio.wav' }))
    const result = await imports.voicemail({ from: 'mail', path, answers: { extension: '1001' } })
    expect(result).toMatchObject({ imported: 1, guessed: 0 })
    expect(rows(messages)).toMatchObject([
      {
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

  // Would catch: half a recording that came in without a word, of a format that tells no length.
  it('says of a mail whose end is missing that its recording may be cut short', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    const whole = letterWith(exchange, [['voice.mp3', mp3Frames(200)]])
    writeFileSync(join(folder, 'torn.eml'), whole.slice(0, -20_000))
    writeFileSync(join(folder, 'whole.eml'), letterWith(asterisk, [['voice.mp3', mp3Frames(100)]]))
    expect(await imports.voicemail({ from: 'mail', path: folder })).toMatchObject({
      imported: 2,
      problems: [{ file: 'torn.eml', reason: 'The end of the mail is missing, so the recording may be cut short.' }],
    })
  })

  const stored = 'SELECT file FROM voicemail_message ORDER BY received_at'

  // Would catch: CR LF inside a recording that became LF, and a transport's line end that became a part of it.
  it.each(['binary', '8bit'])('takes a recording that is attached as %s byte for byte', async (encoding) => {
    const { imports, rows, audio } = await openImports()
    const recording = wavOf({ tag: 1, seconds: 3, before: riff('note', Buffer.from('a\r\nb\nc\r\r\n--b\r\r\n\r\n')) })
    const attached = (boundary: string): Buffer =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\nContent-Type: audio/x-wav; name="a.wav"\r\n`),
        Buffer.from(`Content-Transfer-Encoding: ${encoding}\r\n\r\n`),
        recording,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
    const head = [...exchange, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="of-it"', '', ''].join(
      '\r\n',
    )
    const whole = Buffer.concat([Buffer.from(head), attached('of-it')])
    const path = fileOf(whole, 'one.eml')
    expect(await imports.voicemail({ from: 'mail', path })).toMatchObject({ imported: 1, problemCount: 0 })
    const [row] = rows(stored)
    expect(readFileSync(join(audio, String(row!['file']))).equals(recording)).toBe(true)
  })

  // Would catch: a list's footer behind the recording that was decoded as sound.
  it('ends a recording at the padding of its base64, and says that other text follows', async () => {
    const { imports, rows, audio } = await openImports()
    const recording = wavOf({ tag: 1, seconds: 3, before: riff('note', Buffer.from('xx')) })
    const mail = letter(exchange, recording).replace(/\r\n--b--/, '\r\n\r\n-- \r\nSent by list footer\r\n--b--')
    expect(mail).toContain('=\r\n')
    const path = fileOf(mail, 'list.eml')
    expect(await imports.voicemail({ from: 'mail', path })).toMatchObject({
      imported: 1,
      guessed: 1,
      problems: [{ file: 'list.eml', reason: 'Other text follows the recording in the mail and was left out.' }],
    })
    const [row] = rows(stored)
    expect(readFileSync(join(audio, String(row!['file']))).equals(recording)).toBe(true)
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
    expect(result).toMatchObject({ imported: 2, skipped: 0, problemCount: 3, unreadable: 0 })
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
