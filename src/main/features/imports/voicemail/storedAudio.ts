import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder } from '../../../files/flushFolder.ts'
import { hashFile } from '../../../files/hashFile.ts'
import { NewFile, partialOf } from '../../../files/newFile.ts'
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
  { bytes, sha256 }: Pick<ReadAudio, 'bytes' | 'sha256'>,
): Promise<void> {
  const path = audioPath(audioFolder, file)
  try {
    await journal.expect([{ partial: partialOf(path) }])
    if ((await mkdir(dirname(path), { recursive: true })) !== undefined) await flushFolder(audioFolder)
    await replace(path, bytes)
    if (!(await isWhole(audioFolder, { file, sha256 })))
      throw new Error('The disk gives back other bytes than were written')
  } catch (cause) {
    throw asAppError(cause)
  }
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const whole = await NewFile.open(path)
  try {
    await whole.write(bytes)
    await whole.flush()
    await whole.place({ ours: true })
  } catch (error) {
    await whole.discard()
    throw error
  }
  await flushFolder(dirname(path))
}
