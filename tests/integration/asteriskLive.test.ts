import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'

const left = 60

/** A process that leaves, hears and renumbers messages in a mailbox until the test ends. */
function startPbx(mailbox: string) {
  const wav = join(testFolder(), 'message.wav')
  writeFileSync(wav, wavOf({ tag: 1, seconds: 1 }))
  const pbx = spawn(process.execPath, ['tests/support/livePbx.mjs', mailbox, wav, String(left)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void pbx.kill('SIGKILL'))
  let said = ''
  pbx.stdout.on('data', (bytes) => (said += String(bytes)))
  const hear = async (word: string): Promise<void> => {
    while (!said.includes(word)) await once(pbx.stdout, 'data')
  }
  return { pbx, hear, isFull: () => said.includes('full') }
}

describe('importing a spool that a live phone system is writing to', () => {
  it('never gives a message the caller of another, takes none twice, and has all in the end', async () => {
    const { imports, rows, audio } = await openImports()
    const spool = testFolder()
    const mailbox = join(spool, 'voicemail/default/1001')
    const { pbx, hear, isFull } = startPbx(mailbox)
    await hear('begun')
    let passes = 0
    while (!isFull()) {
      await imports.voicemail({ from: 'asterisk', path: spool })
      passes += 1
    }
    // It goes on to renumber: what lies there now has to be found in one pass.
    const last = await imports.voicemail({ from: 'asterisk', path: spool })
    pbx.kill('SIGKILL')
    await once(pbx, 'exit')
    const messages = rows('SELECT caller_name, caller_number, file, source_key, received_at FROM voicemail_message')
    for (const { caller_number: number, caller_name: name, file, received_at: received } of messages) {
      const bytes = readFileSync(join(audio, String(file)))
      expect({ name, spoken: bytes.readUInt32LE(bytes.length - 4), received }).toEqual({
        name: `Caller ${String(number)}`,
        spoken: Number(number),
        received: new Date((1_788_000_000 + Number(number)) * 1000).toISOString(),
      })
    }
    expect(messages.map((one) => Number(one['caller_number'])).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: left }, (_, index) => index + 1),
    )
    expect(last.problems).toEqual([])
    expect(passes).toBeGreaterThan(0)
  })
})
