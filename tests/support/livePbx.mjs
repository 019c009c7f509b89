// A phone system that uses one mailbox, as Asterisk's app_voicemail does: records in tmp, and under a lock moves audio
// first and its text after it, saves heard messages to Old, and closes the gaps in the numbers.
// node livePbx.mjs MAILBOX WAV COUNT: prints "begun" after the first messages, "full" when COUNT messages are there; goes
// on listening and renumbering until it is killed.
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const [mailbox, wavFile, wanted] = process.argv.slice(2)
const wav = readFileSync(wavFile)
const inbox = join(mailbox, 'INBOX')
const old = join(mailbox, 'Old')
const tmp = join(mailbox, 'tmp')
for (const folder of [inbox, old, tmp]) mkdirSync(folder, { recursive: true })

let left = 0
for (let turn = 0; ; turn += 1) {
  if (left < Number(wanted)) leave()
  if (turn % 3 === 2) hear()
  if (turn % 3 === 2) pause(20)
  if (turn === 3) console.log('begun')
  if (left === Number(wanted)) console.log('full')
  if (left === Number(wanted)) left += 1
  pause(turn % 5)
}

/** A caller leaves a message: what the audio says, its text says too. */
function leave() {
  left += 1
  const recording = join(tmp, `r${left}`)
  const audio = Buffer.from(wav)
  audio.writeUInt32LE(left, audio.length - 4)
  writeFileSync(`${recording}.wav`, audio.subarray(0, audio.length / 2))
  writeFileSync(
    `${recording}.txt`,
    `;\n; Message Information file\n;\n[message]\norigmailbox=1001\ncallerid="Caller ${left}" <${left}>\norigtime=${1_788_000_000 + left}\nmsg_id=${1_788_000_000 + left}-0000000a\nflag=\n`,
  )
  writeFileSync(`${recording}.wav`, audio)
  writeFileSync(`${recording}.txt`, 'duration=0\n', { flag: 'a' })
  locked(inbox, () => move(recording, join(inbox, numbered(count(inbox)))))
}

/** The owner hears the first message: it is saved, and all behind it move up. */
function hear() {
  locked(inbox, () =>
    locked(old, () => {
      const messages = count(inbox)
      if (messages === 0) return
      move(join(inbox, numbered(0)), join(old, numbered(count(old))))
      for (let number = 1; number < messages; number += 1)
        move(join(inbox, numbered(number)), join(inbox, numbered(number - 1)))
    }),
  )
}

function move(from, to) {
  renameSync(`${from}.wav`, `${to}.wav`)
  pause(1)
  renameSync(`${from}.txt`, `${to}.txt`)
}

function locked(folder, work) {
  const mine = join(folder, `.lock-${process.pid}`)
  writeFileSync(mine, '')
  linkSync(mine, join(folder, '.lock'))
  unlinkSync(mine)
  try {
    work()
  } finally {
    unlinkSync(join(folder, '.lock'))
  }
}

function count(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).length
}

function numbered(number) {
  return `msg${String(number).padStart(4, '0')}`
}

/** Standing still, as a busy disk would let it. */
function pause(milliseconds) {
  if (existsSync(mailbox)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
