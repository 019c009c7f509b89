import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../../../shared/ipc/errors.ts'

export type NewFile = { file: string; bytes: Uint8Array }

const together = 8

/**
 * Writes files into the audio folder so that a power cut leaves each whole or absent: a partial file is flushed and
 * renamed, and each folder is flushed once at the end. On failure none of them stays. Throws DISK_FULL, FILE_PROBLEM.
 */
export async function writeAudioFiles(audioFolder: string, files: readonly NewFile[]): Promise<void> {
  const folders = new Set(files.map(({ file }) => dirname(join(audioFolder, file))))
  try {
    for (const folder of folders) await mkdir(folder, { recursive: true })
    for (let next = 0; next < files.length; next += together)
      await Promise.all(
        files.slice(next, next + together).map((one) => writeOne(join(audioFolder, one.file), one.bytes)),
      )
    for (const folder of [...folders, audioFolder]) await flushFolder(folder)
  } catch (cause) {
    await removeAudioFiles(
      audioFolder,
      files.map(({ file }) => file),
    )
    throw asAppError(cause)
  }
}

export async function removeAudioFiles(audioFolder: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    // What cannot be removed is an orphan that no row names.
    for (const path of [join(audioFolder, file), `${join(audioFolder, file)}.partial`])
      await rm(path, { force: true }).catch(() => undefined)
  }
}

async function writeOne(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.partial`
  const handle = await open(partial, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partial, path)
}

/** Windows cannot flush a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function asAppError(cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  if (code === 'ENOSPC' || code === 'EDQUOT')
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
