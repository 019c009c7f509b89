import type { Hash } from 'node:crypto'
import { closeSync, fsyncSync, lstatSync, openSync, readSync, writeSync } from 'node:fs'

// Calls to the disk that wait, for a thread that may stand still.

/** Hashes a file; one that fits lies whole in the buffer afterwards. */
export function hashInto(fd: number, size: number, buffer: Buffer, hash: Hash): number {
  let total = 0
  while (total < size) {
    const offset = size <= buffer.length ? total : 0
    const read = readSync(fd, buffer, offset, Math.min(buffer.length - offset, size - total), total)
    if (read === 0) break
    hash.update(buffer.subarray(offset, offset + read))
    total += read
  }
  return total
}

/** Null when it cannot be opened. */
export function openSource(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch {
    return null
  }
}

/** A full disk may take a part first and refuse the rest only then. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.length;) {
    const written = writeSync(fd, bytes, offset)
    if (written === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    offset += written
  }
}

/** Throws EEXIST when a link or a folder lies there. */
export function refuseForeign(target: string): void {
  const there = lstatSync(target, { throwIfNoEntry: false })
  if (there !== undefined && !there.isFile())
    throw Object.assign(new Error(`${target} is not a file of ours`), { code: 'EEXIST' })
}

/** Makes the names in a folder survive a power cut. */
export function flushFolder(path: string): void {
  if (process.platform !== 'win32') flush(path, 'r')
}

/** Windows cannot flush a folder; flushing the renamed file brings its name along. */
export function flushOnWindows(path: string): void {
  if (process.platform === 'win32') flush(path, 'r+')
}

function flush(path: string, flags: string): void {
  const fd = openSync(path, flags)
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
