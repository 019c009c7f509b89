import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { bytesSource, fileSource, type ByteSource } from './byteSource.ts'
import { readOnly } from './openFlags.ts'
import { createReadBuffers, type ReadBuffers } from './readBuffers.ts'

export type HashAlgorithm = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** hashes are hex, in the order of the algorithms that were asked for. */
export type HashedFile<T> = { bytes: number; hashes: string[]; seen: T }

/** buffers: for many files, so that they share memory. */
export type HashOptions = { signal?: AbortSignal; buffers?: ReadBuffers }

/**
 * Reads a file from disk once, in chunks, and hashes it; look then sees the same open file, and keeps nothing
 * of it. A link is not followed (ELOOP) and anything but a regular file is refused (EINVAL). Rejects with the signal's
 * reason.
 */
export async function hashFile<T>(
  path: string,
  algorithms: readonly HashAlgorithm[],
  look: (source: ByteSource) => T,
  { signal, buffers = createReadBuffers() }: HashOptions = {},
): Promise<HashedFile<T>> {
  const handle = await open(path, readOnly)
  const buffer = buffers.take()
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'EINVAL' })
    const hashes = algorithms.map((algorithm) => createHash(algorithm))
    const bytes = await readInto(handle, buffer, stats.size, hashes, signal)
    const source = bytes <= buffer.length ? bytesSource(buffer.subarray(0, bytes)) : fileSource(handle.fd, bytes)
    return { bytes, hashes: hashes.map((hash) => hash.digest('hex')), seen: look(source) }
  } finally {
    buffers.give(buffer)
    await handle.close()
  }
}

/** A file that fits lies whole in the buffer afterwards. */
async function readInto(
  handle: FileHandle,
  buffer: Buffer,
  size: number,
  hashes: readonly Hash[],
  signal: AbortSignal | undefined,
): Promise<number> {
  let total = 0
  while (total < size) {
    signal?.throwIfAborted()
    const offset = size <= buffer.length ? total : 0
    const wanted = Math.min(buffer.length - offset, size - total)
    const { bytesRead } = await handle.read(buffer, offset, wanted, total)
    if (bytesRead === 0) break
    for (const hash of hashes) hash.update(buffer.subarray(offset, offset + bytesRead))
    total += bytesRead
  }
  return total
}
