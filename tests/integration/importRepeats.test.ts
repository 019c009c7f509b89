import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { batchItems } from '../../src/main/features/imports/voicemail/batches.ts'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { messageText, writeSpool } from '../support/spool.ts'

const inbox = 'voicemail/default/1001/INBOX'
const old = 'voicemail/default/1001/Old'
const text = (msgId: string): string => messageText({ origtime: 1_788_876_845, duration: 3, msgId })
const sound = (fill: number): Buffer => wavOf({ tag: 1, seconds: 3, fill })

/** The audio files that an import has left in the data folder. */
function filesIn(audio: string): number {
  return readdirSync(audio, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}

describe('a message that comes twice in one source', () => {
  it.each(['next to each other', 'more than a batch apart'])('is taken once: %s', async (where) => {
    const { imports, rows, audio } = await openImports()
    const between = where === 'next to each other' ? 0 : batchItems + 1
    const others = Array.from({ length: between }, (_, index) => {
      const stem = `${inbox}/msg${String(index + 1).padStart(4, '0')}`
      return [
        [`${stem}.wav`, sound(index)],
        [`${stem}.txt`, text(`1788876846-${index}`)],
      ] as const
    })
    const path = writeSpool(testFolder(), {
      [`${inbox}/msg0000.wav`]: sound(7),
      [`${inbox}/msg0000.txt`]: text('1788876845-a'),
      ...Object.fromEntries(others.flat()),
      [`${old}/msg0000.wav`]: sound(7),
      [`${old}/msg0000.txt`]: text('1788876845-a'),
    })
    const counts = { found: between + 2, alreadyHere: 1 }
    expect(await imports.previewVoicemail({ from: 'asterisk', path })).toMatchObject(counts)
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({ ...counts, imported: between + 1 })
    expect(filesIn(audio)).toBe(between + 1)
    expect(rows('SELECT count(*) AS n FROM voicemail_message WHERE source_key IS NOT NULL')).toEqual([
      { n: between + 1 },
    ])
  })

  it('is kept twice when the second sounds otherwise, and then no more', async () => {
    const { imports, audio } = await openImports()
    const path = writeSpool(testFolder(), {
      [`${inbox}/msg0000.wav`]: sound(1),
      [`${inbox}/msg0000.txt`]: text('1788876845-a'),
      [`${old}/msg0000.wav`]: sound(2),
      [`${old}/msg0000.txt`]: text('1788876845-a'),
    })
    expect(await imports.previewVoicemail({ from: 'asterisk', path })).toMatchObject({ messages: 2, alreadyHere: 0 })
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({ imported: 2, alreadyHere: 0 })
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({ imported: 0, alreadyHere: 2 })
    expect(filesIn(audio)).toBe(2)
  })

  it('comes in no third time when its second recording is kept here as the disk has changed it', async () => {
    const { imports, database, audio } = await openImports()
    const path = writeSpool(testFolder(), {
      [`${inbox}/msg0000.wav`]: sound(1),
      [`${inbox}/msg0000.txt`]: text('1788876845-a'),
      [`${old}/msg0000.wav`]: sound(2),
      [`${old}/msg0000.txt`]: text('1788876845-a'),
    })
    await imports.voicemail({ from: 'asterisk', path })
    const { file } = database
      .prepare<[], { file: string }>('SELECT file FROM voicemail_message ORDER BY length(source_key) DESC')
      .get()!
    writeFileSync(join(audio, file), sound(3))
    const listedNow = createHash('sha256').update(sound(3)).digest('hex')
    database.prepare('UPDATE voicemail_message SET sha256 = ? WHERE file = ?').run(listedNow, file)
    expect(await imports.previewVoicemail({ from: 'asterisk', path })).toMatchObject({ alreadyHere: 2, repairs: 0 })
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({
      imported: 0,
      repaired: 0,
      alreadyHere: 2,
    })
  })

  it('is told once where something of it had to be guessed', async () => {
    const { imports } = await openImports()
    const path = writeSpool(testFolder(), {
      [`${inbox}/msg0000.wav`]: sound(1),
      [`${inbox}/msg0000.txt`]: messageText({ duration: 3, msgId: '1788876845-a' }),
      [`${old}/msg0000.wav`]: sound(1),
      [`${old}/msg0000.txt`]: messageText({ duration: 3, msgId: '1788876845-a' }),
    })
    const counts = { found: 2, alreadyHere: 1, guessed: 1 }
    expect(await imports.previewVoicemail({ from: 'asterisk', path })).toMatchObject(counts)
    expect(await imports.voicemail({ from: 'asterisk', path })).toMatchObject({ ...counts, imported: 1 })
  })

  it('is taken once under two names of its mailbox', async () => {
    const { imports, rows, audio } = await openImports()
    const folder = testFolder()
    mkdirSync(join(folder, 'audio'))
    const list = ['1001', 'dana@example.com'].map((mailbox, index) => {
      writeFileSync(join(folder, 'audio', `${index}.wav`), sound(7))
      return `${mailbox};+12125550199;2026-11-02T14:05:00Z;audio/${index}.wav`
    })
    const path = join(folder, 'list.csv')
    writeFileSync(path, ['Mailbox;Caller ID;Received;Recording', ...list].join('\n'))
    const counts = { found: 2, alreadyHere: 1 }
    expect(await imports.previewVoicemail({ from: 'csv', path })).toMatchObject(counts)
    expect(await imports.voicemail({ from: 'csv', path })).toMatchObject({ ...counts, imported: 1 })
    expect(await imports.voicemail({ from: 'csv', path })).toMatchObject({ imported: 0, alreadyHere: 2 })
    expect(rows('SELECT extension_id FROM voicemail_message')).toEqual([{ extension_id: 'e1' }])
    expect(filesIn(audio)).toBe(1)
  })
})
