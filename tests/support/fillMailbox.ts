import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WriteDb } from '../../src/main/db/sql.ts'
import { wavOf } from './audio.ts'

type Facts = { id: string; receivedAt: string; bytes?: number; seconds?: number; sha256?: string; mark?: 0 | 1 }

/** Puts so many messages more on an extension: only their rows; the audio of each is to be in aa/ID.wav where it is read. */
export function fillMailbox(db: WriteDb, extension: string, count: number, factsOf: (index: number) => Facts): void {
  const insert = db.prepare(
    `INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read,
        is_urgent, is_hidden, format, file, bytes, sha256, transcript)
      SELECT @id, id, 'Caller ' || @index, '+12125550134', @receivedAt, @seconds, 'INBOX', @mark, @mark, @mark, 'wav-pcm',
        'aa/' || @id || '.wav', @bytes, @sha256, 'Please call me back about the order of last week.'
      FROM extension WHERE extension_number = @extension`,
  )
  const insertAll = db.transaction(() => {
    for (let index = 0; index < count; index += 1)
      insert.run({
        bytes: 152_044,
        seconds: 9.5,
        sha256: '0'.repeat(64),
        mark: 0,
        ...factsOf(index),
        index: String(index),
        extension,
      })
  })
  insertAll.immediate()
}

const seconds = 0.05

/** The same with audio, which all differs; the ids are m0, m1, … */
export function fillWithAudio(db: WriteDb, dataFolder: string, extension: string, count: number): void {
  const folder = join(dataFolder, 'audio', 'aa')
  mkdirSync(folder, { recursive: true })
  fillMailbox(db, extension, count, (index) => {
    const [id, sound] = [`m${index}`, wavOf({ tag: 1, seconds, fill: index })]
    writeFileSync(join(folder, `${id}.wav`), sound)
    const receivedAt = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString()
    const sha256 = createHash('sha256').update(sound).digest('hex')
    return { id, receivedAt, seconds, bytes: sound.length, sha256 }
  })
}
