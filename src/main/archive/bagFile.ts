import { join } from 'node:path'
import { AppError } from '../../shared/ipc/errors.ts'
import { hashFile } from '../files/hashFile.ts'
import { NewFile } from '../files/newFile.ts'

/** A file of the bag, by its path from the root with forward slashes. */
export type BagFile = { path: string; sha256: string; bytes: number }

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Small pieces are gathered to this size; each write also gives the event loop its turn. */
const gatherBytes = 64 * 1024

/**
 * Writes a file of the bag whole, flushes it and reads it back; a leftover of an earlier try gives way. The caller
 * flushes the folder. Throws FILE_PROBLEM when the disk gives back other bytes.
 */
export async function writeBagFile(bag: string, path: string, chunks: Chunks, signal?: AbortSignal): Promise<BagFile> {
  const file = await NewFile.open(join(bag, path))
  try {
    for await (const piece of gathered(chunks)) {
      signal?.throwIfAborted()
      await file.write(piece)
    }
    await file.flush()
    await file.place({ ours: true })
  } catch (error) {
    await file.discard()
    throw error
  }
  const written = { path, sha256: file.sha256(), bytes: file.bytes }
  const { bytes, hashes } = await hashFile(join(bag, path), ['sha256'], () => null)
  if (bytes === written.bytes && hashes[0] === written.sha256) return written
  throw new AppError('FILE_PROBLEM', `The disk does not give back what was written to ${path}. Use another disk.`, {
    path,
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
