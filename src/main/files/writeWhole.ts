import { basename } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { hashFile } from './hashFile.ts'
import { NewFile } from './newFile.ts'

/** Hex SHA-256 and size, as the disk has given them back. */
export type WholeFile = { sha256: string; bytes: number }

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export type WriteOptions = {
  /** What the file is called when the disk fails. */
  name?: string
  signal?: AbortSignal | undefined
  /** Done when all is flushed and before the file is in its place, which it is not if this rejects. */
  beforePlace?: (() => Promise<void>) | undefined
}

/** Small pieces are gathered to this size; each write also gives the event loop its turn. */
const gatherBytes = 64 * 1024

/**
 * Writes a file whole, flushes it and reads it back; a leftover of an earlier try gives way. The caller flushes the folder.
 * Throws FILE_PROBLEM when the disk gives back other bytes.
 */
export async function writeWhole(
  path: string,
  chunks: Chunks,
  { name = basename(path), signal, beforePlace }: WriteOptions = {},
): Promise<WholeFile> {
  const file = await NewFile.open(path)
  try {
    for await (const piece of gathered(chunks)) {
      signal?.throwIfAborted()
      await file.write(piece)
    }
    await file.flush()
    await beforePlace?.()
    await file.place({ ours: true })
  } catch (error) {
    await file.discard()
    throw error
  }
  const written = { sha256: file.sha256(), bytes: file.bytes }
  const { bytes, hashes } = await hashFile(path, ['sha256'], () => null)
  if (bytes === written.bytes && hashes[0] === written.sha256) return written
  throw new AppError('FILE_PROBLEM', `The disk does not give back what was written to ${name}. Use another disk.`, {
    path: name,
  })
}

async function* gathered(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let text: string[] = []
  let size = 0
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk
      continue
    }
    text.push(chunk)
    size += chunk.length
    if (size < gatherBytes) continue
    yield Buffer.from(text.join(''))
    text = []
    size = 0
  }
  if (size > 0) yield Buffer.from(text.join(''))
}
