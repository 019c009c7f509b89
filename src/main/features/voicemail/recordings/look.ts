import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AppError } from '../../../../shared/ipc/errors.ts'
import type { Damage } from '../../../../shared/voicemail/recordings.ts'
import { measureAudio } from '../../../archive/audio/probe.ts'
import { systemCode, toFolderError } from '../../../files/diskErrors.ts'
import { hashFile } from '../../../files/hashFile.ts'
import { inParallel } from '../../../files/inParallel.ts'
import { createReadBuffers, type ReadBuffers } from '../../../files/readBuffers.ts'
import { audioPath } from '../../../phoneSystem/embedded/audioStore.ts'
import type { Found, ListedRecording } from './repository.ts'

/** How far a look is, and the wish that it ends. */
export type Watched = { signal: AbortSignal; report(progress: { done: number; total: number; bytes: number }): void }

/** found: what lies there, null when nothing can be heard. stamp: tells whether the file is still the one that was looked at. */
export type Damaged = { listed: ListedRecording; damage: Damage; found: Found | null; stamp: string | null }

/** Missing files are lost; for any other reason the disk may still have them. */
const missing = new Set(['ENOENT', 'ENOTDIR'])

/**
 * Reads each recording and compares it with its listing; answers those that differ. A disk that does not answer says
 * nothing about a recording: throws FILE_PROBLEM, also when the whole folder is gone; CANCELLED when that is wished.
 */
export async function lookAtRecordings(
  audioFolder: string,
  recordings: readonly ListedRecording[],
  watched?: Watched,
): Promise<Damaged[]> {
  await stat(audioFolder).catch((error: unknown) => {
    throw toFolderError(error, 'the audio of the data folder')
  })
  const buffers = createReadBuffers()
  const damaged: Damaged[] = []
  let [done, bytes] = [0, 0]
  await inParallel(recordings, 4, async (listed) => {
    if (watched?.signal.aborted === true) throw new AppError('CANCELLED', 'The check was stopped.')
    const seen = await lookAt(audioPath(audioFolder, listed.file), listed, buffers)
    if (seen !== null) damaged.push(seen)
    done += 1
    bytes += listed.bytes
    watched?.report({ done, total: recordings.length, bytes })
  })
  return damaged.toSorted((one, other) => (one.listed.receivedAt < other.listed.receivedAt ? -1 : 1))
}

/** The same file as before: of one size, last written at one time; null for none. */
export function stampOf(audioFolder: string, { file }: ListedRecording): string | null {
  const facts = statSync(audioPath(audioFolder, file), { bigint: true, throwIfNoEntry: false })
  return facts === undefined ? null : `${facts.size}-${facts.mtimeNs}`
}

async function lookAt(path: string, listed: ListedRecording, buffers: ReadBuffers): Promise<Damaged | null> {
  try {
    const facts = await stat(path, { bigint: true })
    const { bytes, hashes, seen } = await hashFile(path, ['sha256'], (source) => measureAudio(source, path), {
      buffers,
    })
    const sha256 = hashes[0]!
    if (sha256 === listed.sha256 && bytes === listed.bytes) return null
    const stamp = `${facts.size}-${facts.mtimeNs}`
    return seen === null || seen.seconds === 0
      ? { listed, damage: 'lost', found: null, stamp }
      : { listed, damage: 'changed', found: { bytes, sha256, ...seen }, stamp }
  } catch (error) {
    if (missing.has(systemCode(error) ?? '')) return { listed, damage: 'lost', found: null, stamp: null }
    throw new AppError(
      'FILE_PROBLEM',
      `A recording of extension ${listed.extension} cannot be read (${systemCode(error) ?? 'unknown'}), so nobody knows whether it is whole. Check the disk of the data folder, then check again.`,
      { file: listed.file },
      { cause: error },
    )
  }
}
