import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gsmFrames, mp3Frames, wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { mayMount, smallDisk } from '../support/smallDisk.ts'
import { installedSounds, messageText, snapshot, writeSpool } from '../support/spool.ts'

const wav = (seconds: number, fill = 0): Buffer => wavOf({ tag: 1, seconds, fill })
const box = 'voicemail/default/1001'
const text = (id: string, more: Parameters<typeof messageText>[0] = {}): string =>
  messageText({ origtime: 1788876845, duration: 3, msgId: `1788876845-${id}`, ...more })

function smallSpool(root = testFolder()): string {
  return writeSpool(root, {
    [`${box}/INBOX/msg0000.wav`]: wav(3),
    [`${box}/INBOX/msg0000.txt`]: text('a', { flag: 'Urgent' }),
    [`${box}/Old/msg0000.wav`]: wav(4, 1),
    [`${box}/Old/msg0000.txt`]: text('b', { duration: 4, origtime: 1788000000 }),
    [`${box}/unavail.wav`]: wav(1),
    [`${box}/secret.conf`]: '[general]\npassword=4711\n',
    [`${box}/tmp/XyZ.wav`]: wav(1),
    'voicemail/default/2002/INBOX/msg0000.wav': wav(5, 2),
    'voicemail/default/2002/INBOX/msg0000.txt': text('c', { duration: 5 }),
    'monitor/call.wav': wav(1),
  })
}

describe('importing voicemail from an Asterisk spool', () => {
  it('copies each message with who, when, how long and where, and creates the free extension', async () => {
    const { imports, rows, audio } = await openImports()
    const root = smallSpool()
    const before = snapshot(root)
    const result = await imports.voicemail({ from: 'asterisk', path: root })
    expect(result).toEqual({
      found: 3,
      imported: 3,
      alreadyHere: 0,
      repaired: 0,
      greetings: 1,
      skipped: 0,
      unreadable: 0,
      unreadableFiles: 0,
      guessed: 0,
      problemCount: 0,
      problems: [],
      extensionsCreated: ['2002'],
      extensionCount: 1,
    })
    const messages =
      rows(`SELECT extension_number, caller_name, caller_number, received_at, seconds, folder, is_read, is_urgent, format
      FROM voicemail_message JOIN extension ON extension.id = extension_id ORDER BY seconds`)
    expect(messages).toEqual([
      {
        extension_number: '1001',
        caller_name: 'Dana Whitfield',
        caller_number: '+12125550134',
        received_at: '2026-09-08T14:14:05.000Z',
        seconds: 3,
        folder: 'INBOX',
        is_read: 0,
        is_urgent: 1,
        format: 'wav-pcm',
      },
      expect.objectContaining({ extension_number: '1001', folder: 'Old', is_read: 1, is_urgent: 0, seconds: 4 }),
      expect.objectContaining({ extension_number: '2002', folder: 'INBOX', seconds: 5 }),
    ])
    expect(rows("SELECT user_id, fq_extension_number FROM extension WHERE extension_number = '2002'")).toEqual([
      { user_id: null, fq_extension_number: '102002' },
    ])
    for (const { file, sha256, bytes } of rows('SELECT file, sha256, bytes FROM voicemail_message')) {
      const copy = readFileSync(join(audio, String(file)))
      expect(copy.length).toBe(bytes)
      expect(createHash('sha256').update(copy).digest('hex')).toBe(sha256)
    }
    expect(snapshot(root)).toEqual(before)
    expect(rows('SELECT action FROM audit_entry')).toEqual([
      { action: 'import.voicemailStart' },
      { action: 'import.voicemail' },
    ])
  })

  it('adds nothing twice, though the messages were renumbered and moved', async () => {
    const { imports, rows, audio } = await openImports()
    const root = smallSpool()
    await imports.voicemail({ from: 'asterisk', path: root })
    writeSpool(root, {
      [`${box}/Work/msg0004.wav`]: readFileSync(join(root, box, 'INBOX/msg0000.wav')),
      [`${box}/Work/msg0004.txt`]: readFileSync(join(root, box, 'INBOX/msg0000.txt')),
    })
    rmSync(join(root, box, 'INBOX'), { recursive: true })
    expect(await imports.previewVoicemail({ from: 'asterisk', path: root })).toMatchObject({
      messages: 3,
      alreadyHere: 3,
    })
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({
      imported: 0,
      alreadyHere: 3,
      extensionsCreated: [],
    })
    expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 3 }])
    expect(
      readdirSync(audio, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.wav')),
    ).toHaveLength(4)
  })

  it.each([
    ['the spool', ''],
    ['its voicemail folder', 'voicemail'],
    ['a context', 'voicemail/default'],
    ['one mailbox', box],
  ])('finds the mailboxes under %s, with the same keys', async (_, part) => {
    const { imports } = await openImports()
    const root = smallSpool()
    await imports.voicemail({ from: 'asterisk', path: root })
    const again = await imports.voicemail({ from: 'asterisk', path: join(root, part) })
    expect(again).toMatchObject({ imported: 0, alreadyHere: part === box ? 2 : 3 })
  })

  it('previews what would come, without changing anything', async () => {
    const { imports, rows } = await openImports()
    const root = smallSpool()
    const mailbox = { context: 'default', holder: '', email: '', alreadyHere: 0, greetings: 0 }
    expect(await imports.previewVoicemail({ from: 'asterisk', path: root })).toEqual({
      source: root,
      mailboxes: [
        { ...mailbox, mailbox: '1001', messages: 2, greetings: 1, known: true, extension: '1001' },
        { ...mailbox, mailbox: '2002', messages: 1, known: false, extension: '2002' },
      ],
      mailboxCount: 2,
      found: 3,
      messages: 3,
      alreadyHere: 0,
      repairs: 0,
      greetings: 1,
      skipped: 0,
      unreadable: 0,
      unreadableFiles: 0,
      guessed: 0,
      problemCount: 0,
      problems: [],
      fields: [],
    })
    expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 0 }])
  })

  it('counts a message once that was recorded in several formats, and takes the one that plays', async () => {
    const { imports, rows } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.WAV`]: wavOf({ tag: 0x31, seconds: 3 }),
      [`${box}/INBOX/msg0000.gsm`]: gsmFrames(150),
      [`${box}/INBOX/msg0000.wav`]: wav(3),
      [`${box}/INBOX/msg0000.txt`]: text('a'),
      [`${box}/INBOX/msg0001.WAV`]: wavOf({ tag: 0x31, seconds: 3 }),
      [`${box}/INBOX/msg0001.gsm`]: gsmFrames(150),
      [`${box}/INBOX/msg0001.txt`]: text('b'),
      [`${box}/INBOX/msg0002.mp3`]: mp3Frames(40),
      [`${box}/INBOX/msg0002.gsm`]: gsmFrames(150),
      [`${box}/INBOX/msg0002.txt`]: text('c'),
      [`${box}/INBOX/msg0003.gsm`]: gsmFrames(150),
      [`${box}/INBOX/msg0003.txt`]: text('d'),
    })
    await imports.voicemail({ from: 'asterisk', path: root })
    expect(
      rows('SELECT source_key, format FROM voicemail_message ORDER BY source_key').map((row) => row['format']),
    ).toEqual(['wav-pcm', 'wav-gsm', 'mp3', 'gsm'])
  })

  it('takes the longer recording when the one that plays is torn', async () => {
    const { imports, rows } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.wav`]: wav(30).subarray(0, 40_000),
      [`${box}/INBOX/msg0000.gsm`]: gsmFrames(1500),
      [`${box}/INBOX/msg0000.txt`]: text('a', { duration: 30 }),
      [`${box}/INBOX/msg0001.wav`]: Buffer.from('RIFF'),
      [`${box}/INBOX/msg0001.gsm`]: gsmFrames(150),
      [`${box}/INBOX/msg0001.txt`]: text('b'),
    })
    const result = await imports.voicemail({ from: 'asterisk', path: root })
    expect(result.problems).toEqual([
      { outcome: 'guessed', file: `${box}/INBOX/msg0001`, reason: expect.stringContaining('msg0001.wav') as string },
    ])
    expect(rows('SELECT format, seconds FROM voicemail_message ORDER BY source_key')).toEqual([
      { format: 'gsm', seconds: 30 },
      { format: 'gsm', seconds: 3 },
    ])
  })

  it('imports torn audio when there is none better, and says how much of it there is', async () => {
    const { imports, rows } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.wav`]: wav(4),
      [`${box}/INBOX/msg0000.txt`]: text('a', { duration: 60 }),
      [`${box}/INBOX/msg0001.wav`]: wav(4, 1),
      [`${box}/INBOX/msg0001.txt`]: text('b', { duration: 6 }),
    })
    const reason = 'The audio is shorter than the source says: 4 s of 60 s.'
    const told = { guessed: 1, problems: [{ outcome: 'guessed', file: `${box}/INBOX/msg0000`, reason }] }
    expect(await imports.previewVoicemail({ from: 'asterisk', path: root })).toMatchObject(told)
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 2, ...told })
    expect(rows('SELECT seconds FROM voicemail_message')).toEqual([{ seconds: 4 }, { seconds: 4 }])
  })

  it('imports a message with a torn or a missing text file, and says what was guessed', async () => {
    const { imports, rows } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.wav`]: wav(3),
      [`${box}/INBOX/msg0000.txt`]: '[message]\ncallerid="Dana" <1002>\norigtime=1788876845\ndura',
      [`${box}/INBOX/msg0001.wav`]: wav(4, 1),
    })
    const result = await imports.voicemail({ from: 'asterisk', path: root })
    expect(result).toMatchObject({ imported: 2, skipped: 0, guessed: 1 })
    expect(result.problems.map(({ file }) => file)).toEqual([`${box}/INBOX/msg0001`])
    expect(rows('SELECT caller_name, received_at, seconds FROM voicemail_message ORDER BY seconds')).toEqual([
      { caller_name: 'Dana', received_at: '2026-09-08T14:14:05.000Z', seconds: 3 },
      { caller_name: '', received_at: '2023-11-14T22:13:20.000Z', seconds: 4 },
    ])
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 0, alreadyHere: 2 })
  })

  it('keeps both of two messages that carry one id with different audio', async () => {
    const { imports } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.wav`]: wav(3),
      [`${box}/INBOX/msg0000.txt`]: text('a'),
      [`${box}/Old/msg0000.wav`]: wav(3, 9),
      [`${box}/Old/msg0000.txt`]: text('a'),
    })
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 2, alreadyHere: 0 })
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 0, alreadyHere: 2 })
  })

  it('reports everything that it leaves out, with the reason', async () => {
    const { imports, rows } = await openImports()
    const root = writeSpool(testFolder(), {
      [`${box}/INBOX/msg0000.ulaw`]: Buffer.alloc(8000, 0x55),
      [`${box}/INBOX/msg0001.wav`]: 'not audio',
      [`${box}/INBOX/msg0002.txt`]: text('a'),
      [`${box}/INBOX/msg0003intro.wav`]: wav(1),
      [`${box}/Archive/msg0000.wav`]: wav(1),
      'voicemail/default/sales/INBOX/msg0000.wav': wav(1),
      'voicemail/default/600/INBOX/msg0000.wav': wav(1),
      'voicemail/default/3003/INBOX/msg0000.wav': wav(1),
      'voicemail/other/3003/INBOX/msg0000.wav': wav(1),
    })
    const { problems, imported } = await imports.voicemail({ from: 'asterisk', path: root })
    expect(imported).toBe(0)
    expect(Object.fromEntries(problems.map(({ file, reason }) => [file, reason]))).toEqual({
      [`${box}/INBOX/msg0000`]: expect.stringContaining('.ulaw') as string,
      [`${box}/INBOX/msg0001`]: expect.stringContaining('damaged') as string,
      [`${box}/INBOX/msg0002`]: 'The message has no audio file.',
      [`${box}/INBOX/msg0003intro.wav`]: expect.stringContaining('introduction') as string,
      [`${box}/Archive`]: expect.stringContaining('does not use') as string,
      'default/sales': expect.stringContaining('not an extension') as string,
      'default/600': expect.stringContaining('ring group Sales') as string,
      'default/3003': expect.stringContaining('contexts default and other') as string,
      'other/3003': expect.stringContaining('contexts other and default') as string,
    })
    expect(rows("SELECT count(*) AS n FROM extension WHERE extension_number IN ('600', '3003')")).toEqual([{ n: 0 }])
  })

  it('an answer that the source does not know imports nothing', async () => {
    const { imports, rows } = await openImports()
    const path = writeSpool(testFolder(), {
      'voicemail/default/1001/INBOX/msg0000.wav': wav(1),
      'voicemail/other/1001/INBOX/msg0000.wav': wav(2),
    })
    for (const answers of [{ context: 'defualt' }, { kontext: 'default' }])
      await expect(imports.voicemail({ from: 'asterisk', path, answers })).rejects.toMatchObject({
        code: 'IMPORT_REJECTED',
        message: expect.stringMatching(/All, default, other|It has context/) as string,
      })
    expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 0 }])
    const one = join(path, 'voicemail/default')
    const answered = { from: 'asterisk', path: one, answers: { context: 'default' } } as const
    expect(await imports.voicemail(answered)).toMatchObject({ imported: 1 })
  })

  it('counts a mailbox once that links reach too, and follows no link out of the folder', async () => {
    const { imports } = await openImports()
    const root = smallSpool()
    const outside = writeSpool(testFolder(), { 'INBOX/msg0000.wav': wav(1), 'stray.wav': wav(2) })
    mkdirSync(join(root, 'voicemail/device'))
    symlinkSync('../default/1001', join(root, 'voicemail/device/1001'))
    symlinkSync(outside, join(root, 'voicemail/device/4004'))
    symlinkSync('../nowhere', join(root, 'voicemail/device/4005'))
    symlinkSync(outside, join(root, box, 'Friends'))
    symlinkSync(join(outside, 'stray.wav'), join(root, box, 'INBOX/msg0007.wav'))
    mkdirSync(join(root, 'spare'))
    writeSpool(join(root, 'spare'), { '5005/INBOX/msg0000.wav': wav(6) })
    symlinkSync('../../spare/5005', join(root, 'voicemail/default/5005'))
    const preview = await imports.previewVoicemail({ from: 'asterisk', path: root })
    expect(preview.mailboxes.map((one) => `${one.context}/${one.mailbox}: ${one.messages}`)).toEqual([
      'default/1001: 2',
      'default/2002: 1',
      'default/5005: 1',
    ])
    const skipped = preview.problems.filter(({ outcome }) => outcome === 'skipped')
    expect(skipped.map((one) => one.file).toSorted()).toEqual([
      `${box}/Friends`,
      `${box}/INBOX/msg0007.wav`,
      'voicemail/device/4004',
      'voicemail/device/4005',
    ])
  })

  it('keeps what it has when it is cancelled, and goes on at the next import', async () => {
    const { imports, rows, audio } = await openImports()
    const files = Array.from(
      { length: 300 },
      (_, index) =>
        [`${box}/INBOX/msg${String(index).padStart(4, '0')}.wav`, wav(1 + Math.floor(index / 256), index)] as const,
    )
    const root = writeSpool(testFolder(), Object.fromEntries(files))
    const control = new AbortController()
    const report = ({ done }: { done: number }): void => {
      if (done === 280) control.abort()
    }
    await expect(
      imports.voicemail({ from: 'asterisk', path: root, signal: control.signal, report }),
    ).rejects.toMatchObject({
      code: 'CANCELLED',
      details: { imported: 256 },
    })
    expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 256 }])
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 44, alreadyHere: 256 })
    expect(
      readdirSync(audio, { recursive: true, encoding: 'utf8' }).filter((name) => /\.wav|partial/.test(name)),
    ).toHaveLength(300)
  })

  it('imports nothing more once a cancel was answered', async () => {
    const { imports, rows } = await openImports()
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `${box}/INBOX/msg${String(index).padStart(4, '0')}.wav`,
        wav(1 + Math.floor(index / 256), index),
      ]),
    )
    const here = (): unknown => rows('SELECT count(*) AS n FROM voicemail_message')[0]!['n']
    let cancelled: Promise<unknown> = Promise.resolve()
    const report = ({ done }: { done: number }): void => {
      if (done === 280) cancelled = imports.cancel().then(here)
    }
    await expect(
      imports.voicemail({ from: 'asterisk', path: writeSpool(testFolder(), files), report }),
    ).rejects.toMatchObject({
      code: 'CANCELLED',
      message:
        'The import was stopped after 256 messages, which stay. Import again to go on: nothing is imported twice.',
    })
    expect([await cancelled, here(), imports.busy()]).toEqual([256, 256, false])
  })

  it('adds no row when the audio cannot be written', async () => {
    const { imports, rows, folder } = await openImports()
    writeSpool(folder, { audio: 'a file where the folder should be' })
    await expect(imports.voicemail({ from: 'asterisk', path: smallSpool() })).rejects.toMatchObject({
      code: 'FILE_PROBLEM',
    })
    expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 0 }])
  })

  it.skipIf(!mayMount)(
    'says before anything is imported that the disk has no room (needs root, to mount one)',
    async () => {
      const { imports, rows, folder, audio } = await openImports()
      smallDisk('100k', join(folder, 'audio'))
      await expect(imports.voicemail({ from: 'asterisk', path: smallSpool() })).rejects.toMatchObject({
        code: 'DISK_FULL',
        message: expect.stringMatching(
          /^Nothing was imported: .* Make room for \d.* more, then import again\.$/,
        ) as string,
      })
      expect(rows('SELECT count(*) AS n FROM voicemail_message')).toEqual([{ n: 0 }])
      expect(readdirSync(audio)).toEqual([])
    },
  )

  it.skipIf(!mayMount)('imports again on a nearly full disk when everything is here already', async () => {
    const { imports, folder } = await openImports()
    const disk = smallDisk('400k', join(folder, 'audio'))
    const root = smallSpool()
    await imports.voicemail({ from: 'asterisk', path: root })
    writeFileSync(join(disk, 'filler'), Buffer.alloc(100_000))
    expect(await imports.voicemail({ from: 'asterisk', path: root })).toMatchObject({ imported: 0, alreadyHere: 3 })
  })

  const sounds = installedSounds()
  it.skipIf(sounds.length === 0)(
    'imports a spool of recordings that were made elsewhere (asterisk-core-sounds-en-wav and -gsm)',
    async () => {
      const { imports, rows } = await openImports()
      const files: Record<string, Uint8Array | string> = {}
      sounds.slice(0, 200).forEach(({ wav: path, gsm }, index) => {
        const stem = `voicemail/default/${1001 + (index % 4)}/${index % 3 === 0 ? 'INBOX' : 'Old'}/msg${String(index).padStart(4, '0')}`
        if (index % 2 === 0) files[`${stem}.wav`] = readFileSync(path)
        files[`${stem}.gsm`] = readFileSync(gsm)
        files[`${stem}.txt`] = text(String(index), { duration: 0 })
      })
      const result = await imports.voicemail({ from: 'asterisk', path: writeSpool(testFolder(), files) })
      expect(result).toMatchObject({
        imported: 200,
        alreadyHere: 0,
        problems: [],
        extensionsCreated: ['1002', '1003', '1004'],
      })
      expect(
        rows('SELECT format, count(*) AS n, min(seconds) > 0 AS sounds FROM voicemail_message GROUP BY format'),
      ).toEqual([
        { format: 'gsm', n: 100, sounds: 1 },
        { format: 'wav-pcm', n: 100, sounds: 1 },
      ])
    },
  )
})
