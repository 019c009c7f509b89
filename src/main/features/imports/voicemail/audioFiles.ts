import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { isDiskFull } from '../../../files/diskErrors.ts'
import { flushFolder } from '../../../files/flushFolder.ts'
import { inParallel } from '../../../files/inParallel.ts'
import { NewFile } from '../../../files/newFile.ts'

export type NewAudio = { file: string; bytes: Uint8Array }

const together = 8

/**
 * Writes files into the audio folder so that a power cut leaves each whole or absent; each folder is flushed once at the
 * end. On failure none of them stays. Throws DISK_FULL, FILE_PROBLEM.
 */
export async function writeAudioFiles(audioFolder: string, files: readonly NewAudio[]): Promise<void> {
  const folders = new Set(files.map(({ file }) => dirname(join(audioFolder, file))))
  try {
    for (const folder of folders) await mkdir(folder, { recursive: true })
    await inParallel(files, together, ({ file, bytes }) => writeOne(join(audioFolder, file), bytes))
    for (const folder of [...folders, audioFolder]) await flushFolder(folder)
  } catch (cause) {
    await removeAudioFiles(
      audioFolder,
      files.map(({ file }) => file),
    )
    throw asAppError(cause)
  }
}

/** What cannot be removed is an orphan that no row names. */
export async function removeAudioFiles(audioFolder: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(join(audioFolder, file), { force: true }).catch(() => undefined)
}

async function writeOne(path: string, bytes: Uint8Array): Promise<void> {
  const file = await NewFile.open(path)
  try {
    await file.write(bytes)
    await file.flush()
    await file.place({ ours: false })
  } catch (error) {
    await file.discard()
    throw error
  }
}

function asAppError(cause: unknown): AppError {
  if (isDiskFull(cause))
    return new AppError(
      'DISK_FULL',
      'The disk of the data folder is full. Make room and import again: what is imported already is not imported twice.',
      {},
      { cause },
    )
  return new AppError(
    'FILE_PROBLEM',
    'The audio cannot be written to the data folder. Check its permissions.',
    {},
    { cause },
  )
}
