import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder } from '../../../files/flushFolder.ts'
import { hashFile } from '../../../files/hashFile.ts'
import { partialOf } from '../../../files/newFile.ts'
import { writeWhole } from '../../../files/writeWhole.ts'
import { audioPath } from '../../../phoneSystem/embedded/audioStore.ts'
import type { Journal } from '../../../unfinished/journal.ts'
import type { ReadAudio } from './readMessage.ts'
import { asAppError } from './dataFolderError.ts'

/** Whether audio that was imported before is there with its content; what cannot be read is not. */
export async function isWhole(
  audioFolder: string,
  { file, sha256 }: { file: string; sha256: string },
): Promise<boolean> {
  return hashFile(audioPath(audioFolder, file), ['sha256'], () => null).then(
    ({ hashes }) => hashes[0] === sha256,
    () => false,
  )
}

/**
 * Puts what the source still has in the place of audio that is missing or damaged here, and reads it back. What lies
 * there stays until then. Throws DISK_FULL, FILE_PROBLEM.
 */
export async function repairAudio(
  { audioFolder, journal }: { audioFolder: string; journal: Journal },
  file: string,
  { bytes }: Pick<ReadAudio, 'bytes'>,
): Promise<void> {
  const path = audioPath(audioFolder, file)
  try {
    await journal.expect([{ partial: partialOf(path) }])
    if ((await mkdir(dirname(path), { recursive: true })) !== undefined) await flushFolder(audioFolder)
    await writeWhole(path, [bytes])
    await flushFolder(dirname(path))
  } catch (cause) {
    throw asAppError(cause)
  }
}
