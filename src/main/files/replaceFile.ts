import { open, rename, rm, writeFile } from 'node:fs/promises'
import { AppError } from '../../shared/ipc/errors.ts'

/**
 * Puts a file where the user said, replacing what a save dialog confirmed: written beside it, flushed, then renamed,
 * so that the old one is whole until the new one is. Content may come in pieces. Throws FILE_PROBLEM.
 */
export async function replaceFile(path: string, content: Uint8Array | Iterable<string>): Promise<void> {
  const partial = `${path}.partial`
  try {
    const handle = await open(partial, 'w')
    try {
      await writeFile(handle, content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, path)
  } catch (cause) {
    await rm(partial, { force: true })
    throw new AppError(
      'FILE_PROBLEM',
      'The file could not be written there. Choose another folder, or make room on the disk.',
      {},
      { cause },
    )
  }
}
