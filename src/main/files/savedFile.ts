import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { AppError } from '../../shared/ipc/errors.ts'

export type SavedFile = { sha256: string; bytes: number }

/**
 * Streams a file to where a save dialog said, replacing what it confirmed. It is whole or absent: written beside its
 * place, flushed, and renamed after settle, which is told what will lie there. Throws FILE_PROBLEM, and what settle throws.
 */
export async function saveFile(
  path: string,
  chunks: Iterable<string> | AsyncIterable<string>,
  settle: (saved: SavedFile) => void,
): Promise<SavedFile> {
  const partial = `${path}.partial`
  try {
    const saved = await writeAll(partial, chunks)
    settle(saved)
    await rename(partial, path)
    return saved
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined)
    if (cause instanceof AppError) throw cause
    throw new AppError(
      'FILE_PROBLEM',
      'The file could not be written there. Choose another folder, or make room on the disk.',
      {},
      { cause },
    )
  }
}

async function writeAll(partial: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<SavedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(partial, 'w')
  try {
    for await (const chunk of chunks) {
      const content = Buffer.from(chunk)
      hash.update(content)
      bytes += content.length
      // Unlike write(), writeFile() goes on until all of it is taken, from where the file ends now.
      await handle.writeFile(content)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}
