import { createHash, type Hash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { bytesSource, fileSource, type ByteSource } from './byteSource.ts'

export type HashAlgorithm = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** hashes are hex, in the order of the algorithms that were asked for. */
export type HashedFile<T> = { bytes: number; hashes: string[]; seen: T }

const chunkBytes = 1024 * 1024
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

/**
 * Reads a file from disk once, in chunks of 1 MiB, and hashes it; look then sees the same open file. A link is not
 * followed (ELOOP) and anything but a regular file is refused (EINVAL). Rejects with the signal's reason.
 */
export async function hashFile<T>(
  path: string,
  algorithms: readonly HashAlgorithm[],
  look: (source: ByteSource) => T,
  signal?: AbortSignal,
): Promise<HashedFile<T>> {
  const handle = await open(path, readOnly)
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'EINVAL' })
    const hashes = algorithms.map((algorithm) => createHash(algorithm))
    const buffer = Buffer.allocUnsafe(Math.min(stats.size, chunkBytes))
    const bytes = await readInto(handle, buffer, stats.size, hashes, signal)
    const small = stats.size <= chunkBytes
    const seen = look(small ? bytesSource(buffer.subarray(0, bytes)) : fileSource(handle.fd, bytes))
    return { bytes, hashes: hashes.map((hash) => hash.digest('hex')), seen }
  } finally {
    await handle.close()
  }
}

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
    const offset = size <= chunkBytes ? total : 0
    const { bytesRead } = await handle.read(buffer, offset, buffer.length - offset, total)
    if (bytesRead === 0) break
    for (const hash of hashes) hash.update(buffer.subarray(offset, offset + bytesRead))
    total += bytesRead
  }
  return total
}
