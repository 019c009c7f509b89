import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageText } from '../../tests/support/spool.ts'

const voices = 'resources/demo/voices'
const mailboxes = 400

/**
 * Writes the spool of an Asterisk: so many messages of some five seconds, spoken, PCM at 8 kHz, all different, with their
 * texts, in 400 mailboxes. Answers how many bytes of audio there are.
 */
export function writeLargeSpool(root: string, messages: number): number {
  const spoken = readdirSync(voices)
    .filter((name) => /^message.*\.wav$/.test(name))
    .map((name) => readFileSync(join(voices, name)))
  let bytes = 0
  for (let index = 0; index < messages; index += 1) {
    const folder = join(root, 'voicemail/default', String(2000 + (index % mailboxes)), 'INBOX')
    if (index < mailboxes) mkdirSync(folder, { recursive: true })
    const audio = Buffer.from(spoken[index % spoken.length]!)
    audio.writeUInt32LE(index, audio.length - 4)
    const stem = join(folder, `msg${String(Math.floor(index / mailboxes)).padStart(4, '0')}`)
    writeFileSync(`${stem}.wav`, audio)
    writeFileSync(
      `${stem}.txt`,
      messageText({ origtime: 1_788_000_000 + index, msgId: `${1_788_000_000 + index}-00000001`, duration: 0 }),
    )
    bytes += audio.length
  }
  return bytes
}
