import { constants } from 'node:fs'
import { copyFile, link, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'

/** As many copies at a time as keep the disk busy and leave the thread pool room for others. */
const copiesAtOnce = 3
/** All of the usual company, and the cast of a large one; twenty thousand would take more than a gigabyte. */
const ownCopies = 1000
/** NTFS takes 1,023 names for one file, the others more. */
const namesForOneFile = 1000

export type AudioCopy = { clip: string; file: string }

/**
 * Gives every message a file of its own name in the audio folder. The first thousand are copies; each further one is
 * another name (a hard link) of a copy of the same clip. Audio is never written in place, so to read, save or remove
 * one message is to no other's harm: a file goes when its last name goes. Where there are no hard links it is a copy.
 */
export function createAudioCopier(voicesFolder: string, audioFolder: string) {
  const folders = new Set<string>()
  const shared = new Map<string, { path: string; names: number }>()
  let copied = 0

  const copy = async (clip: string, target: string): Promise<void> => {
    copied += 1
    await copyFile(join(voicesFolder, clip), target, constants.COPYFILE_FICLONE)
    shared.set(clip, { path: target, names: 1 })
  }
  const place = async ({ clip, file }: AudioCopy): Promise<void> => {
    const target = join(audioFolder, file)
    const known = shared.get(clip)
    if (copied < ownCopies || known === undefined || known.names >= namesForOneFile) return copy(clip, target)
    known.names += 1
    await link(known.path, target).catch(() => copy(clip, target))
  }
  const makeFolders = async (copies: readonly AudioCopy[]): Promise<void> => {
    for (const folder of new Set(copies.map(({ file }) => dirname(join(audioFolder, file))))) {
      if (folders.has(folder)) continue
      await mkdir(folder, { recursive: true })
      folders.add(folder)
    }
  }
  /** Throws DISK_FULL, FILE_PROBLEM. */
  return async (copies: readonly AudioCopy[]): Promise<void> => {
    await makeFolders(copies)
    const queue = copies.values()
    const work = async (): Promise<void> => {
      for (const one of queue) await place(one)
    }
    try {
      await Promise.all(Array.from({ length: copiesAtOnce }, work))
    } catch (cause) {
      throw fileProblem(cause)
    }
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
