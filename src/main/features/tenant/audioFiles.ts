import { constants, copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'
import { isDiskFull } from '../../files/diskErrors.ts'

/** All of the usual company, and the cast of a large one; twenty thousand would take more than a gigabyte. */
const ownCopies = 1000
/** NTFS takes 1,023 names for one file, the others more. */
const namesForOneFile = 1000

/**
 * Gives every message a file of its own name in the audio folder. The first thousand are copies; each further one is
 * another name (a hard link) of a copy of the same clip. Audio is never written in place, so to read, save or remove
 * one message is to no other's harm: a file goes when its last name goes. Where there are no hard links it is a copy.
 * The function that it answers waits for the disk. It throws DISK_FULL, FILE_PROBLEM.
 */
export function createAudioCopier(voicesFolder: string, audioFolder: string): (clip: string, file: string) => void {
  const folders = new Set<string>()
  const shared = new Map<string, { path: string; names: number }>()
  let copied = 0

  const copy = (clip: string, target: string): void => {
    copied += 1
    copyFileSync(join(voicesFolder, clip), target, constants.COPYFILE_FICLONE)
    shared.set(clip, { path: target, names: 1 })
  }
  const place = (clip: string, target: string): void => {
    const known = shared.get(clip)
    if (copied < ownCopies || known === undefined || known.names >= namesForOneFile) return copy(clip, target)
    known.names += 1
    try {
      linkSync(known.path, target)
    } catch {
      copy(clip, target)
    }
  }
  const makeFolder = (folder: string): void => {
    if (folders.has(folder)) return
    mkdirSync(folder, { recursive: true })
    folders.add(folder)
  }
  return (clip, file) => {
    const target = join(audioFolder, file)
    try {
      makeFolder(dirname(target))
      place(clip, target)
    } catch (cause) {
      throw fileProblem(cause)
    }
  }
}

function fileProblem(cause: unknown): AppError {
  if (isDiskFull(cause))
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
