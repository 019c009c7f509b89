import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileExtensions, type AudioFormat } from '../../src/shared/voicemail/model.ts'
import { readRecording, recordings, type Recording } from './recordings.ts'

export type SoundInBox = {
  id: string
  format: AudioFormat
  bytes: Uint8Array
  seconds: number
  callerName: string
  receivedAt: string
}

/** Puts messages on an extension of a data folder that no app has open, as an import would have. */
export function fillBox(dataFolder: string, extensionNumber: string, sounds: readonly SoundInBox[]): void {
  const db = new Database(join(dataFolder, 'offhook.sqlite'))
  db.pragma('foreign_keys = ON')
  const extension = db
    .prepare<[string], { id: string }>('SELECT id FROM extension WHERE extension_number = ?')
    .get(extensionNumber)!
  const insert = db.prepare(
    `INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read, is_urgent, format, file, bytes, sha256)
      VALUES (@id, @extension, @callerName, '+12125550134', @receivedAt, @seconds, 'INBOX', 0, 0, @format, @file, @bytes, @sha256)`,
  )
  for (const { bytes, ...sound } of sounds) {
    const file = `sounds/${sound.id}.${fileExtensions[sound.format]}`
    const path = join(dataFolder, 'audio', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    insert.run({ ...sound, extension: extension.id, file, bytes: bytes.length, sha256 })
  }
  db.close()
}

/** Puts recordings on an extension as its greetings, in the order of their names. */
export function fillGreetings(dataFolder: string, extensionNumber: string, files: readonly string[]): void {
  const db = new Database(join(dataFolder, 'offhook.sqlite'))
  const extension = db.prepare('SELECT id FROM extension WHERE extension_number = ?').pluck().get(extensionNumber)
  db.prepare('DELETE FROM greeting WHERE extension_id = ?').run(extension)
  const insert = db.prepare('INSERT INTO greeting VALUES (?, ?, ?, ?, ?, ?, ?)')
  for (const [index, name] of files.entries()) {
    const { bytes, sha256, seconds } = recordings.find(({ file }) => file === name)!
    const file = `sounds/${name}`
    mkdirSync(join(dataFolder, 'audio/sounds'), { recursive: true })
    writeFileSync(join(dataFolder, 'audio', file), readRecording(name))
    const kind = (['unavailable', 'busy', 'name', 'temporary'] as const)[index % 4]
    insert.run(`greeting-${index}`, extension, kind, seconds, file, bytes, sha256)
  }
  db.close()
}

/** Every recording as a message; the caller is named by the file. */
export function recordedSounds(some: readonly Recording[] = recordings): SoundInBox[] {
  return some.map(({ file, format, seconds }, index) => ({
    id: `sound-${index}`,
    format,
    bytes: readRecording(file),
    seconds,
    callerName: file,
    receivedAt: new Date(Date.UTC(2030, 0, 1, 12, some.length - index)).toISOString(),
  }))
}

/** What can be wrong with the file of a message; where bytes is empty, so is the file. */
export function brokenSounds(): SoundInBox[] {
  const whole = readRecording('wav49.WAV')
  const lying = Buffer.from(whole)
  lying.writeUInt32LE(0x7fff_ffff, 56)
  const one = (id: string, bytes: Uint8Array, format: AudioFormat = 'wav-gsm'): SoundInBox => ({
    id,
    format,
    bytes,
    seconds: 3.32,
    callerName: id,
    receivedAt: '2030-02-01T12:00:00.000Z',
  })
  return [
    one('torn', whole.subarray(0, 2000)),
    one('empty', new Uint8Array(0)),
    one('lying', lying),
    one('text', Buffer.from('<!doctype html><title>502 Bad Gateway</title>'.repeat(9))),
    one('speex', readRecording('speex.ogg'), 'ogg-speex'),
  ]
}
