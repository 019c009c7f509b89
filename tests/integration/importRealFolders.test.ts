import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mp3Frames, wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'

const messages = `SELECT extension_number AS extension, caller_name AS name, caller_number AS number, received_at AS at,
    folder, is_read AS read
  FROM voicemail_message JOIN extension ON extension.id = extension_id ORDER BY received_at`

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = testFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

describe('the names of recordings', () => {
  const calls = {
    'Calls/+17015550147 - Voicemail - 2022-03-09T08_01_50Z.mp3': mp3Frames(40),
    'Calls/Ana Ruiz - Voicemail - 2022-03-10T09_00_00Z.mp3': mp3Frames(41),
    'Calls/ - Voicemail - 2022-03-11T10_00_00Z.mp3': mp3Frames(42),
    'Calls/Ana Ruiz - Voicemail - 2022-03-10T09_00_00Z.html': '<html></html>',
  }

  it.each([
    ['its folder', ''],
    ['the folder above it', 'Takeout/Voice/'],
  ])('are those of the export of Google Voice, with their zone, when %s is chosen', async (_, above) => {
    const { imports, rows } = await openImports()
    const path = folderOf(Object.fromEntries(Object.entries(calls).map(([name, content]) => [above + name, content])))
    expect(await imports.detect(path)).toEqual(['folder'])
    const result = await imports.voicemail({ from: 'folder', path, answers: { extension: '1001' } })
    expect(result).toMatchObject({ found: 3, imported: 3, skipped: 0 })
    expect(rows(messages)).toMatchObject([
      { extension: '1001', name: '', number: '+17015550147', at: '2022-03-09T08:01:50.000Z' },
      { name: 'Ana Ruiz', number: '', at: '2022-03-10T09:00:00.000Z' },
      { name: '', number: '', at: '2022-03-11T10:00:00.000Z' },
    ])
  })

  it('are under the mailbox that their folder names', async () => {
    const { imports, rows } = await openImports()
    const path = folderOf({
      'voicemail_1001_20240115_103000/2125550134_20240110_103000.wav': wavOf({ tag: 1, seconds: 1 }),
      'voicemail_1009_20240116_103000/unknown_20240111_103000.wav': wavOf({ tag: 1, seconds: 2 }),
      'voicemail_1001_20240115_103000/MANIFEST.txt': 'Extension: 1001',
    })
    expect(await imports.voicemail({ from: 'folder', path })).toMatchObject({ imported: 2 })
    expect(rows(messages)).toMatchObject([
      { extension: '1001', number: '2125550134' },
      { extension: '1009', number: '' },
    ])
  })
})

describe('a folder of mail', () => {
  const mail = (day: number, attached: readonly string[]): string =>
    [
      'From: vm@example.com',
      'To: dana@example.com',
      `Date: Mon, ${day} Nov 2026 14:05:09 +0000`,
      `Message-ID: <${day}@example.com>`,
      'Subject: Voicemail from Ana Ruiz',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      ...attached,
      '--b--',
      '',
    ].join('\r\n')
  const recording = (seconds: number): string[] => [
    'Content-Type: audio/wav; name="vm.wav"',
    'Content-Transfer-Encoding: base64',
    '',
    wavOf({ tag: 1, seconds, fill: seconds })
      .toString('base64')
      .replaceAll(/(.{76})/g, '$1\r\n'),
  ]

  // Names with a colon exist on no Windows.
  it.skipIf(process.platform === 'win32')(
    'is a Maildir as Dovecot keeps it, whose names say what was heard and deleted',
    async () => {
      const { imports, rows } = await openImports()
      const path = folderOf({
        'Maildir/new/1793628301.M1P2.mail.example.com': mail(1, recording(1)),
        'Maildir/cur/1793628302.M1P2.mail.example.com,S=4321,W=4400:2,S': mail(2, recording(2)),
        'Maildir/cur/1793628303.M1P2.mail.example.com,S=4321,W=4400:2,ST': mail(3, recording(3)),
        'Maildir/cur/1793628304.M1P2.mail.example.com:2,': mail(4, recording(4)),
        'Maildir/dovecot-uidlist': '3 V1 N4',
      })
      expect(await imports.detect(path)).toEqual(['mail'])
      expect(await imports.voicemail({ from: 'mail', path })).toMatchObject({ found: 4, imported: 4 })
      expect(rows(messages).map(({ read, folder }) => `${String(read)} ${String(folder)}`)).toEqual([
        '0 INBOX',
        '1 INBOX',
        '1 Deleted',
        '0 INBOX',
      ])
    },
  )

  it('is an mbox of a program that does not quote the word From at the beginning of a line', async () => {
    const { imports } = await openImports()
    const words = ['Content-Type: text/plain', '', 'Hello,', '', 'From here on it is only text.', 'Bye', '--b']
    const boxed = (from: string, day: number): string => `${from}\n${mail(day, [...words, ...recording(day)])}\n`
    const begins = [
      'From vm@example.com Mon Nov  2 14:05:09 2026',
      'From 1790000000000000000@xxx Mon Nov 02 14:05:09 +0000 2026',
      'From MAILER-DAEMON',
    ]
    const path = folderOf({ 'vm.mbox': begins.map((from, index) => boxed(from, index + 1)).join('') })
    const result = await imports.voicemail({ from: 'mail', path })
    expect(result).toMatchObject({ found: 3, imported: 3, problemCount: 0 })
  })

  it('says of a mail that Outlook has packed that its recording cannot be seen', async () => {
    const { imports } = await openImports()
    const packed = ['Content-Type: application/ms-tnef; name="winmail.dat"', '', 'x']
    const path = folderOf({ '1.eml': mail(1, packed), '2.eml': mail(2, ['Content-Type: text/plain', '', 'Lunch?']) })
    const result = await imports.voicemail({ from: 'mail', path })
    expect(result).toMatchObject({ found: 1, imported: 0, unreadable: 1, skipped: 0 })
    expect(result.problems.find(({ outcome }) => outcome === 'unreadable')).toMatchObject({
      file: '1.eml',
      reason: expect.stringMatching(/winmail\.dat.*\.msg/) as string,
    })
  })
})
