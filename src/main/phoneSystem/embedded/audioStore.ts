import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'
import { partialOf } from '../../files/newFile.ts'
import { createReadBuffers, type ReadBuffers } from '../../files/readBuffers.ts'
import type { AudioStream } from '../port.ts'

/** A file inside the audio folder. Throws FILE_PROBLEM for a name that leaves it. */
export function audioPath(folder: string, file: string): string {
  const path = resolve(folder, file)
  if (!path.startsWith(resolve(folder) + sep))
    throw new AppError(
      'FILE_PROBLEM',
      'A voicemail file lies outside the data folder and is not read. Import it again from where it came.',
      { file },
    )
  return path
}

/** Opens a file as it was recorded in its row. buffers: shared when many are read. Throws FILE_PROBLEM when it is not there. */
export async function openAudioFile(
  folder: string,
  audio: { file: string; bytes: number; sha256: string },
  buffers: ReadBuffers = createReadBuffers(),
): Promise<AudioStream> {
  const path = audioPath(folder, audio.file)
  return { bytes: audio.bytes, sha256: audio.sha256, file: path, chunks: readChunks(path, buffers) }
}

async function* readChunks(path: string, buffers: ReadBuffers): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError(
      'FILE_PROBLEM',
      'The audio of a voicemail message cannot be read from the data folder. Check its disk and permissions, or import the message again from where it came.',
      {},
      { cause },
    )
  })
  const buffer = buffers.take()
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead)
      // A regular file gives less than was asked for only at its end.
      if (bytesRead < buffer.length) return
    }
  } finally {
    buffers.give(buffer)
    await handle.close()
  }
}

/** Removes audio that was to get a row of this id and has none, whole or partial. Answers whether there was any. */
export async function removeUnnamedAudio(
  db: ReadDb,
  folder: string,
  { file, id }: { file: string; id: string },
): Promise<boolean> {
  const named = db
    .prepare<[string, string]>(
      'SELECT 1 FROM voicemail_message WHERE id = ? UNION ALL SELECT 1 FROM greeting WHERE id = ?',
    )
    .get(id, id)
  if (named !== undefined) return false
  const path = audioPath(folder, file)
  const there = [path, partialOf(path)].filter((one) => existsSync(one))
  for (const one of there) await rm(one)
  return there.length > 0
}

/** So many files are taken off the queue with one commit. */
const removedAtOnce = 200

/** Removes the files whose rows are gone. What cannot be removed stays queued for the next start. */
export async function removeQueuedAudio(db: WriteDb, folder: string): Promise<void> {
  const queued = db.prepare<[], string>('SELECT file FROM audio_removal').pluck().all()
  const done = db.prepare('DELETE FROM audio_removal WHERE file IN (SELECT value FROM json_each(?))')
  for (let from = 0; from < queued.length; from += removedAtOnce) {
    const some = queued.slice(from, from + removedAtOnce)
    const outcomes = await Promise.allSettled(some.map((file) => rm(audioPath(folder, file), { force: true })))
    const removed = some.filter((_, at) => outcomes[at]?.status === 'fulfilled')
    await db.writer.alone(() => done.run(JSON.stringify(removed)))
  }
}
