import { randomUUID } from 'node:crypto'
import { open, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { isDiskFull, systemCode, toFolderError } from './diskErrors.ts'
import { writeNew } from './openFlags.ts'
import { retryBusy } from './retryBusy.ts'

/**
 * Throws, before anything is done, FILE_PROBLEM where a folder cannot be written, DISK_FULL where it takes no byte more, and
 * VALIDATION_FAILED where a file stands; a folder that does not exist yet is asked for through its nearest ancestor. Asked by
 * writing: what access() answers is not what root, shares and Windows do. name goes into the sentence: "the archive folder".
 */
export async function requireWritable(folder: string, name: string): Promise<void> {
  try {
    await writeProbe(await nearestFolder(folder))
  } catch (error) {
    if (!isDiskFull(error)) throw toFolderError(error, name)
    const message = `The disk with ${name} is full. Make room, or choose a folder on another disk.`
    throw new AppError('DISK_FULL', message, { folder }, { cause: error })
  }
}

async function nearestFolder(folder: string): Promise<string> {
  const there = await stat(folder).catch((error: unknown) => {
    const code = systemCode(error)
    if (code === 'ENOTDIR' || (code === 'ENOENT' && dirname(folder) !== folder)) return null
    throw error
  })
  if (there === null) return nearestFolder(dirname(folder))
  if (!there.isDirectory()) throw new AppError('VALIDATION_FAILED', `${folder} is a file. Choose a folder.`)
  return folder
}

/** Rejects with the system's error; whatever fails, the file goes again. */
async function writeProbe(folder: string): Promise<void> {
  const probe = join(folder, `.offhook-${randomUUID()}`)
  const handle = await open(probe, writeNew, 0o600)
  try {
    try {
      await handle.writeFile('.')
    } finally {
      // Shares refuse what was written only here.
      await handle.close()
    }
  } finally {
    await retryBusy(() => unlink(probe))
  }
}
