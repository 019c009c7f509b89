import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { AppError } from '../../shared/ipc/errors.ts'
import { isDiskFull } from './diskErrors.ts'
import { flushFolder } from './flushFolder.ts'
import { writeNew } from './openFlags.ts'
import { retryBusy } from './retryBusy.ts'

export type SavedFile = { sha256: string; bytes: number }
type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export type SaveFile = typeof saveFile

/** Where the bytes of a saved file lie until they are whole: the window and a command may write the same file. */
export function savedPartialOf(path: string): string {
  return `${path}.${process.pid}.partial`
}

/**
 * Streams a file to where a save dialog said, replacing what it confirmed. It is whole or absent: written beside its
 * place, flushed, and renamed after settle, which is told what will lie there. Throws DISK_FULL, FILE_PROBLEM, and what
 * settle or the chunks throw.
 */
export async function saveFile(
  path: string,
  chunks: Chunks,
  settle: (saved: SavedFile) => void | Promise<void> = () => undefined,
): Promise<SavedFile> {
  const partial = savedPartialOf(path)
  try {
    const saved = await writeAll(partial, chunks)
    await settle(saved)
    await retryBusy(() => rename(partial, path))
    await flushFolder(dirname(path))
    return saved
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw toProblem(cause)
  }
}

function toProblem(cause: unknown): unknown {
  if (cause instanceof AppError || (cause instanceof Error && cause.name === 'AbortError')) return cause
  if (isDiskFull(cause))
    return new AppError(
      'DISK_FULL',
      'The disk is full, so the file was not written. Make room, or choose another disk.',
      {},
      { cause },
    )
  return new AppError(
    'FILE_PROBLEM',
    'The file could not be written there. Choose another folder, or close the program that has the file open.',
    {},
    { cause },
  )
}

async function writeAll(partial: string, chunks: Chunks): Promise<SavedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  // Whatever lies there is not written through: the name can be guessed, and may be a link.
  await rm(partial, { force: true })
  const handle = await open(partial, writeNew)
  try {
    for await (const chunk of chunks) {
      const content = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
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
