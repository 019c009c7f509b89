import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mp3Frames, wavOf } from '../support/audio.ts'
import { cli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { messageText, writeSpool } from '../support/spool.ts'
import { writeZip } from '../support/zips.ts'

const wav = (seconds: number, fill = 0): Buffer => wavOf({ tag: 1, seconds, fill })

/**
 * Nine messages: two can be taken, three lie in a mailbox that is no extension, two in a folder that Asterisk does not use,
 * one is torn and one has no audio. An introduction, a greeting and a link are none.
 */
function spoolOfNine(): string {
  const place = 'voicemail/default'
  const text = (id: string): string => messageText({ origtime: 1788876845, duration: 3, msgId: `1788876845-${id}` })
  return writeSpool(testFolder(), {
    [`${place}/1001/INBOX/msg0000.wav`]: wav(3),
    [`${place}/1001/INBOX/msg0000.txt`]: text('a'),
    [`${place}/1001/INBOX/msg0000intro.wav`]: wav(1),
    [`${place}/1001/INBOX/msg0001.wav`]: Buffer.from('no audio'),
    [`${place}/1001/INBOX/msg0001.txt`]: text('b'),
    [`${place}/1001/Old/msg0000.txt`]: text('c'),
    [`${place}/1001/Old/msg0001.wav`]: wav(4, 1),
    [`${place}/1001/Taxes/msg0000.wav`]: wav(4, 2),
    [`${place}/1001/Taxes/msg0001.wav`]: wav(4, 3),
    [`${place}/1001/unavail.wav`]: wav(1),
    [`${place}/sales/INBOX/msg0000.wav`]: wav(5, 4),
    [`${place}/sales/INBOX/msg0001.wav`]: wav(5, 5),
    [`${place}/sales/Old/msg0000.wav`]: wav(5, 6),
  })
}

describe('what an import tells in numbers', () => {
  // Would catch: recordings that are passed over in silence, of which nobody would know before the server is gone.
  it('counts audio whose name is no message of Asterisk, and a recording whose end is missing', async () => {
    const { imports } = await openImports()
    const path = writeSpool(testFolder(), {
      'voicemail/default/1001/INBOX/msg0000.wav': wav(3).subarray(0, 20_000),
      'voicemail/default/1001/INBOX/MSG0001.WAV': wav(3, 1),
      'voicemail/default/1001/INBOX/recording.wav': wav(3, 2),
      'voicemail/default/1001/lost.wav': wav(3, 3),
      'voicemail/default/1001/INBOX/notes.pdf': Buffer.from('no audio'),
    })
    const told = await imports.voicemail({ from: 'asterisk', path })
    expect(told).toMatchObject({ found: 3, imported: 1, skipped: 2, unreadable: 0 })
    expect(JSON.stringify(told.problems)).toContain('19952 of 48000 bytes of sound are there')
    expect(JSON.stringify(told.problems)).toContain('not that of a message of Asterisk')
    expect(JSON.stringify(told.problems)).toContain(
      '1001/lost.wav","reason":"It lies beside the folders of the mailbox',
    )
  })

  it('adds up to the messages that lie there, with a mailbox that is left out', async () => {
    const { imports } = await openImports()
    const from = { from: 'asterisk', path: spoolOfNine() } as const
    const preview = await imports.previewVoicemail(from)
    expect(preview).toMatchObject({ found: 9, messages: 2, alreadyHere: 0, skipped: 5, unreadable: 2 })
    expect(preview.mailboxes.map(({ mailbox, messages, extension }) => [mailbox, messages, extension])).toEqual([
      ['1001', 2, '1001'],
      ['sales', 3, null],
    ])
    const first = await imports.voicemail(from)
    expect(first).toMatchObject({
      found: 9,
      imported: 2,
      alreadyHere: 0,
      skipped: 5,
      unreadable: 2,
      unreadableFiles: 0,
    })
    expect(first.problemCount).toBe(first.problems.length)
    expect(await imports.voicemail(from)).toMatchObject({
      found: 9,
      imported: 0,
      alreadyHere: 2,
      skipped: 5,
      unreadable: 2,
    })
  })

  it('is the same on the command line', async () => {
    const [path, data] = [spoolOfNine(), join(testFolder(), 'data')]
    const command = ['import', 'voicemail', '--from', 'asterisk', path, '--data', data]
    const sums = '9 messages found: 2 new, 0 here already, 5 left out, 2 not readable'
    expect((await cli([...command, '--preview'])).out).toContain(sums)
    expect((await cli(command)).out).toMatch(
      /^9 messages found: 2 imported, 0 here already, 5 left out, 2 not readable$/m,
    )
  })

  it('counts the rows of a table and its audio without one', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    for (const index of [1, 2, 3, 4]) writeFileSync(join(folder, `${index}.wav`), wav(index, index))
    writeFileSync(join(folder, 'list.csv'), 'file,extension\n1.wav,1001\n9.wav,1001\n,1001\n2.wav,nobody\n')
    expect(await imports.voicemail({ from: 'csv', path: folder })).toMatchObject({
      found: 6,
      imported: 1,
      skipped: 3,
      unreadable: 2,
    })
  })

  it('counts no message where a file that cannot be read may hold any number', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    const record = (id: number): object => ({
      id,
      type: 'VoiceMail',
      to: [{ extensionNumber: '1001' }],
      creationTime: `2026-11-0${id}T08:00:00.000Z`,
      ...(id === 2 && { availability: 'Purged' }),
    })
    mkdirSync(join(folder, 'account/1/extension/402'), { recursive: true })
    writeFileSync(join(folder, 'account/1/extension/402/message-store.json'), '{"records": [')
    await writeZip(join(folder, 'archive.zip'), {
      'account/1/extension/401/message-store.json': JSON.stringify([1, 2, 3].map(record)),
      'account/1/extension/401/message-store/content/1': mp3Frames(3),
      'account/1/extension/403/message-store/content/9': mp3Frames(9),
      'account/1/extension/403/message-store/content/10.txt': 'Please call me back.',
    })
    const result = await imports.voicemail({ from: 'ringcentral', path: folder })
    expect(result).toMatchObject({ found: 4, imported: 1, skipped: 2, unreadable: 1, unreadableFiles: 1 })
  })
})
