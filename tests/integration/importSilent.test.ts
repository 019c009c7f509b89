import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { messageText, writeSpool } from '../support/spool.ts'

const count = 150
const silence = wavOf({ tag: 1, seconds: 2 })
const each = <T>(make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))
const callerOf = (index: number): string => `+1212555${String(index).padStart(4, '0')}`

/** A spool whose messages differ in nothing but their ids. */
function spool(): string {
  const box = 'voicemail/default/1001/INBOX'
  const files = each((index) => {
    const stem = `${box}/msg${String(index).padStart(4, '0')}`
    const text = messageText({ origtime: 1788876845, duration: 2, msgId: `1788876845-${index}` })
    return { [`${stem}.wav`]: silence, [`${stem}.txt`]: text }
  })
  return writeSpool(testFolder(), Object.assign({}, ...files) as Record<string, string | Uint8Array>)
}

/** A table whose messages differ in nothing but their callers. */
function table(): string {
  const folder = testFolder()
  mkdirSync(join(folder, 'audio'))
  const rows = each((index) => {
    writeFileSync(join(folder, 'audio', `${index}.wav`), silence)
    return `1001;${callerOf(index)};2026-11-02T14:05:00Z;audio/${index}.wav`
  })
  writeFileSync(join(folder, 'list.csv'), ['Mailbox;Caller ID;Received;Recording', ...rows].join('\n'))
  return join(folder, 'list.csv')
}

function mails(): string {
  const folder = testFolder()
  const mailOf = (index: number): string =>
    [
      'From: "Asterisk PBX" <pbx@example.com>',
      'To: dana@example.com',
      'Date: Mon, 02 Nov 2026 14:05:00 +0000',
      `Message-ID: <${index}@pbx.example.com>`,
      'MIME-Version: 1.0',
      'Content-Type: audio/wav; name="msg.wav"',
      'Content-Disposition: attachment; filename="msg.wav"',
      'Content-Transfer-Encoding: base64',
      '',
      silence.toString('base64'),
    ].join('\r\n')
  each((index) => writeFileSync(join(folder, `${index}.eml`), mailOf(index)))
  return folder
}

describe('silent messages of one second', () => {
  it.each([
    ['that have ids of their own', 'asterisk', spool],
    ['of different callers', 'csv', table],
    ['in mails of their own', 'mail', mails],
  ] as const)('%s all come in, and again adds none', async (_, from, make) => {
    const { imports } = await openImports()
    const path = make()
    expect(await imports.previewVoicemail({ from, path })).toMatchObject({ messages: count, alreadyHere: 0 })
    expect(await imports.voicemail({ from, path })).toMatchObject({ imported: count, alreadyHere: 0 })
    expect(await imports.voicemail({ from, path })).toMatchObject({ imported: 0, alreadyHere: count })
  })
})
