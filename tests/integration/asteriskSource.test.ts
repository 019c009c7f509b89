import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allowsBrokenNames, writeBroken } from '../support/brokenNames.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { readRecording } from '../support/recordings.ts'
import { messageText, snapshot, writeSpool } from '../support/spool.ts'

const box = 'default/1001'
const text = (id: string, more: Parameters<typeof messageText>[0] = {}): string =>
  messageText({ origtime: 1788876845, duration: 3, msgId: `1788876845-${id}`, ...more })

/** One voice as every recorder that Asterisk has would have written it. */
const recorded = [
  ['msg0000.wav', 'pcm.wav', 'wav-pcm'],
  ['msg0001.WAV', 'wav49.WAV', 'wav-gsm'],
  ['msg0002.gsm', 'voice.gsm', 'gsm'],
  ['msg0003.ulaw', 'voice.ulaw', 'ulaw'],
  ['msg0004.alaw', 'voice.alaw', 'alaw'],
  ['msg0005.g722', 'voice.g722', 'g722'],
  ['msg0006.sln', 'voice.sln', 'sln'],
  ['msg0007.sln16', 'voice.sln16', 'sln16'],
  ['msg0008.ogg', 'vorbis.ogg', 'ogg'],
] as const

const conf = `; made by hand
[general]
#include "vm_general.inc"
format=wav49|gsm|wav
serveremail=asterisk
[zonemessages]
eastern=America/New_York|'vm-received' Q 'digits/at' IMp
[default]
1001 => 987654,Dana \\; Whitfield,dana@example.com|assistant@example.com,,attach=no|tz=eastern ; the front desk
;1002 => 445566,Nobody,nobody@example.com
;-- 1003 => 778899,Nobody,nobody@example.com
still a comment --;
2002 = -135790,Sam Frost,sam@example.com
#include "extra/*.conf"
#exec /bin/touch /tmp/must-not-run
#tryinclude missing.conf
[other]
2002 => 864209,Somebody Else,else@example.com
`

describe('the spool of Asterisk', () => {
  // Would catch: a context, a mailbox or a folder of messages that nobody could open, left out without a word.
  it.runIf(allowsBrokenNames).each(['', 'default', box])(
    'tells of each folder that cannot be opened, once: in "%s"',
    async (parent) => {
      const { imports } = await openImports()
      const root = writeSpool(testFolder(), { [`${box}/INBOX/msg0000.wav`]: readRecording('pcm.wav') })
      writeBroken(root, join(parent, '7*/INBOX/msg0000.wav'), readRecording('pcm.wav'))
      const reason = 'The name of the folder is not UTF-8, so it cannot be opened. Rename it, and import again.'
      const result = await imports.voicemail({ from: 'asterisk', path: root })
      expect(result.problems.filter((one) => one.reason === reason)).toEqual([
        { outcome: 'skipped', file: join(parent, '7\uFFFD'), reason },
      ])
      expect(result).toMatchObject({ imported: 1 })
    },
  )

  it('takes every recorder of a message as what it is, whole and with its length', async () => {
    const { imports, rows, audio } = await openImports()
    const files = Object.fromEntries(recorded.map(([name, file]) => [`${box}/INBOX/${name}`, readRecording(file)]))
    const texts = Object.fromEntries(
      recorded.map(([name], index) => [`${box}/INBOX/${name.split('.')[0]}.txt`, text(String(index))]),
    )
    const root = writeSpool(testFolder(), { ...files, ...texts })
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({
      imported: recorded.length,
      problems: [],
    })
    const stored = rows('SELECT format, seconds, file FROM voicemail_message ORDER BY source_key')
    expect(stored.map(({ format }) => format)).toEqual(recorded.map(([, , format]) => format))
    for (const [index, { seconds, file }] of stored.entries()) {
      expect(Number(seconds)).toBeCloseTo(3.318, 1)
      expect(readFileSync(join(audio, String(file)))).toEqual(readRecording(recorded[index]![1]))
    }
  })

  it('prefers what plays as it is, then what keeps most of the sound', async () => {
    const { imports, rows } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.gsm`]: readRecording('voice.gsm'),
      [`${box}/INBOX/msg0000.sln16`]: readRecording('voice.sln16'),
      [`${box}/INBOX/msg0000.WAV`]: readRecording('wav49.WAV'),
      [`${box}/INBOX/msg0000.txt`]: text('a'),
      [`${box}/INBOX/msg0001.g722`]: readRecording('voice.g722'),
      [`${box}/INBOX/msg0001.wav`]: readRecording('pcm.wav'),
      [`${box}/INBOX/msg0001.txt`]: text('b'),
    })
    await imports.voicemail({ from: 'asterisk', path: root })
    expect(rows('SELECT format FROM voicemail_message ORDER BY source_key')).toEqual([
      { format: 'sln16' },
      { format: 'wav-pcm' },
    ])
  })

  it('takes every folder of a mailbox, and knows what was heard in each', async () => {
    const { imports, rows } = await openImports()
    const folders = 'INBOX Old Work Family Friends Cust1 Cust2 Cust3 Cust4 Cust5 Deleted Urgent'.split(' ')
    const files = folders.flatMap((folder, index) => [
      [`${box}/${folder}/msg0000.gsm`, readRecording('voice.gsm')] as const,
      [`${box}/${folder}/msg0000.txt`, text(String(index))] as const,
    ])
    await imports.voicemail({ from: 'asterisk', path: writeSpool(testFolder(), Object.fromEntries(files)) })
    const stored = rows('SELECT folder, is_read, is_urgent FROM voicemail_message ORDER BY rowid')
    expect(stored.map(({ folder }) => String(folder)).toSorted()).toEqual(folders.toSorted())
    expect(stored.filter((one) => one['is_read'] === 0).map(({ folder }) => folder)).toEqual(['INBOX', 'Urgent'])
    expect(stored.filter((one) => one['is_urgent'] === 1).map(({ folder }) => folder)).toEqual(['Urgent'])
  })

  it('takes the four greetings once, in the format that plays, and not again', async () => {
    const { imports, rows } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.wav`]: readRecording('pcm.wav'),
      [`${box}/unavail.wav`]: readRecording('pcm.wav'),
      [`${box}/unavail.WAV`]: readRecording('wav49.WAV'),
      [`${box}/busy.gsm`]: readRecording('voice.gsm'),
      [`${box}/greet.ulaw`]: readRecording('voice.ulaw'),
      [`${box}/temp.g722`]: readRecording('voice.g722'),
      [`${box}/unavail.txt`]: 'not audio',
      'default/2002/greet.gsm': readRecording('voice.gsm'),
      'default/2002/busy.wav': 'torn',
    })
    const result = await imports.voicemail({ from: 'asterisk', path: root })
    expect(result).toMatchObject({
      imported: 1,
      greetings: 5,
      unreadable: 0,
      unreadableFiles: 1,
      extensionsCreated: ['2002'],
    })
    expect(
      rows(`SELECT extension_number AS extension, kind, file FROM greeting JOIN extension ON extension.id = extension_id
        ORDER BY extension, kind`).map((one) =>
        [one['extension'], one['kind'], String(one['file']).split('.').at(-1)].join(' '),
      ),
    ).toEqual(['1001 busy gsm', '1001 name ulaw', '1001 temporary g722', '1001 unavailable wav', '2002 name gsm'])
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 0, greetings: 0 })
    writeFileSync(join(root, box, 'busy.gsm'), readRecording('voice.gsm').subarray(0, 3300))
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 0, greetings: 1 })
  })

  it('names holders out of voicemail.conf and what it includes, and lets no PIN out of it', async () => {
    const { imports, rows, folder } = await openImports()
    const disk = writeSpool(testFolder(), {
      'etc/asterisk/voicemail.conf': conf,
      'etc/asterisk/vm_general.inc': 'maxmsg=100\n',
      'etc/asterisk/extra/b.conf': '3003 => 246801,Extra Box,extra@example.com\n',
      [`var/spool/asterisk/voicemail/${box}/INBOX/msg0000.gsm`]: readRecording('voice.gsm'),
      [`var/spool/asterisk/voicemail/${box}/INBOX/msg0000.txt`]: text('a'),
      [`var/spool/asterisk/voicemail/${box}/secret.conf`]: '[general]\npassword=112233\n',
      'var/spool/asterisk/voicemail/default/2002/greet.gsm': readRecording('voice.gsm'),
      'var/spool/asterisk/voicemail/default/3003/INBOX/msg0000.gsm': readRecording('voice.gsm'),
      'var/spool/asterisk/voicemail/default/nobody/INBOX/msg0000.gsm': readRecording('voice.gsm'),
    })
    const preview = await imports.previewVoicemail({ from: 'asterisk', path: disk })
    expect(preview.mailboxes.map(({ mailbox, holder, email }) => [mailbox, holder, email])).toEqual([
      ['1001', 'Dana ; Whitfield', 'dana@example.com'],
      ['2002', 'Sam Frost', 'sam@example.com'],
      ['3003', 'Extra Box', 'extra@example.com'],
      ['nobody', '', ''],
    ])
    const result = await imports.voicemail({ from: 'asterisk', path: disk })
    expect(
      rows(`SELECT external_caller_id_name AS name, voicemail_email AS email FROM extension
        WHERE extension_number IN ('2002', '3003') ORDER BY extension_number`),
    ).toEqual([
      { name: 'Sam Frost', email: 'sam@example.com' },
      { name: 'Extra Box', email: 'extra@example.com' },
    ])
    const stored = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    const everything = [JSON.stringify([preview, result]), ...stored].join('\n')
    expect(everything).toContain('sam@example.com')
    for (const pin of ['987654', '135790', '246801', '864209', '112233', '445566', '778899'])
      expect(everything).not.toContain(pin)
  })

  it('finds voicemail.conf where the disk of a server is mounted and only its spool was chosen', async () => {
    const { imports } = await openImports()
    const disk = writeSpool(testFolder(), {
      'etc/asterisk/voicemail.conf': conf,
      [`var/spool/asterisk/voicemail/${box}/INBOX/msg0000.gsm`]: readRecording('voice.gsm'),
    })
    for (const part of ['', '/voicemail', '/voicemail/default', `/voicemail/${box}`]) {
      const path = join(disk, `var/spool/asterisk${part}`)
      const { mailboxes } = await imports.previewVoicemail({ from: 'asterisk', path })
      expect(mailboxes[0]).toMatchObject({ mailbox: '1001', context: 'default', email: 'dana@example.com' })
    }
  })

  it('follows no include out of the folder of voicemail.conf', async () => {
    const { imports } = await openImports()
    const outside = writeSpool(testFolder(), { 'names.conf': '1001 => 1,Outside,outside@example.com\n' })
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.gsm`]: readRecording('voice.gsm'),
      'voicemail.conf': `[default]\n#include "${outside}/names.conf"\n#include ../../../etc/passwd\n#include "link.conf"\n#include "voicemail.conf"\n`,
    })
    symlinkSync(join(outside, 'names.conf'), join(root, 'link.conf'))
    expect((await imports.previewVoicemail({ from: 'asterisk', path: root })).mailboxes[0]).toMatchObject({
      holder: '',
    })
  })

  it('takes a message whose text is a link without the text, as one whose text is missing', async () => {
    const { imports, rows } = await openImports()
    const outside = writeSpool(testFolder(), { 'secret.txt': text('secret', { callerid: '"Secret" <666>' }) })
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.wav`]: readRecording('pcm.wav'),
      [`${box}/INBOX/msg0001.wav`]: readRecording('alaw.wav'),
    })
    symlinkSync(join(outside, 'secret.txt'), join(root, box, 'INBOX/msg0000.txt'))
    mkdirSync(join(root, box, 'INBOX/msg0001.txt'))
    const result = await imports.voicemail({ from: 'asterisk', path: root })
    expect(result).toMatchObject({ found: 2, imported: 2, unreadable: 0 })
    expect(rows('SELECT caller_name, caller_number FROM voicemail_message')).toEqual([
      { caller_name: '', caller_number: '' },
      { caller_name: '', caller_number: '' },
    ])
    for (const name of ['msg0000', 'msg0001'])
      expect(result.problems).toContainEqual({
        outcome: 'guessed',
        file: `${box}/INBOX/${name}`,
        reason: expect.stringContaining('Its text is a link or a folder') as string,
      })
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 0, alreadyHere: 2 })
  })

  it('waits for a lock, and no longer than a lock is held', async () => {
    const { imports } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.gsm`]: readRecording('voice.gsm'),
      [`${box}/INBOX/.lock`]: '',
    })
    // Left behind long ago, as in a copy of a spool.
    expect(await imports.previewVoicemail({ from: 'asterisk', path: root })).toMatchObject({
      messages: 1,
      unreadable: 0,
    })
    const lock = join(root, box, 'INBOX/.lock')
    rmSync(lock)
    mkdirSync(lock)
    let released = 0
    setTimeout(() => {
      rmSync(lock, { recursive: true })
      released = performance.now()
    }, 300)
    await imports.previewVoicemail({ from: 'asterisk', path: root })
    expect(released).toBeGreaterThan(0)
  })

  it('changes nothing in the spool, not even a time', async () => {
    const { imports } = await openImports()
    const files = Object.fromEntries(recorded.map(([name, file]) => [`${box}/INBOX/${name}`, readRecording(file)]))
    const root = writeSpool(testFolder(), {
      ...files,
      [`${box}/unavail.gsm`]: readRecording('voice.gsm'),
      'voicemail.conf': conf,
    })
    const before = [snapshot(root), readdirSync(root, { recursive: true }).length]
    await imports.previewVoicemail({ from: 'asterisk', path: root })
    await imports.voicemail({ from: 'asterisk', path: root })
    expect([snapshot(root), readdirSync(root, { recursive: true }).length]).toEqual(before)
  })

  it('says what is wrong with a folder that is no spool', async () => {
    const { imports } = await openImports()
    await expect(imports.previewVoicemail({ from: 'asterisk', path: testFolder() })).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
    })
    await expect(imports.previewVoicemail({ from: 'asterisk', path: '/nonexistent' })).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
    })
  })
})
