import type { Hash } from 'node:crypto'
import { closeSync, fsyncSync, lstatSync, openSync, readSync, writeSync } from 'node:fs'

// Calls to the disk that wait, for a thread that may stand still.

/** Reads the start of a file into the buffer, which has room for so many bytes; fewer are there when it ends before. */
export function readInto(fd: number, size: number, buffer: Buffer): number {
  let held = 0
  while (held < size) {
    const read = readSync(fd, buffer, held, size - held, held)
    if (read === 0) break
    held += read
  }
  return held
}

/** Hashes a whole file through the buffer; answers how many bytes it has. */
export function hashThrough(fd: number, buffer: Buffer, hash: Hash): number {
  for (let total = 0; ;) {
    const read = readSync(fd, buffer, 0, buffer.length, total)
    if (read === 0) return total
    hash.update(buffer.subarray(0, read))
    total += read
  }
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
