import { constants } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'

/** As many copies at a time as keep the disk busy and leave the thread pool room for others. */
const copiesAtOnce = 3

export type AudioCopy = { clip: string; file: string }

/** Gives every message a file of its own; shares the blocks where the file system can. Throws DISK_FULL, FILE_PROBLEM. */
export async function copyAudio(
  voicesFolder: string,
  audioFolder: string,
  copies: readonly AudioCopy[],
): Promise<void> {
  const folders = new Set(copies.map(({ file }) => dirname(join(audioFolder, file))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  const queue = copies.values()
  const work = async (): Promise<void> => {
    for (const { clip, file } of queue)
      await copyFile(join(voicesFolder, clip), join(audioFolder, file), constants.COPYFILE_FICLONE)
  }
  try {
    await Promise.all(Array.from({ length: copiesAtOnce }, work))
  } catch (cause) {
    throw fileProblem(cause)
  }
}

function fileProblem(cause: unknown): AppError {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')
    return new AppError(
      'DISK_FULL',
      'The disk is full. Make room on it, then create the demo company again.',
      {},
      { cause },
    )
  return new AppError(
    'FILE_PROBLEM',
    'The voicemails of the demo company cannot be copied into the data folder. Check that you may write to it.',
    {},
    { cause },
  )
}
