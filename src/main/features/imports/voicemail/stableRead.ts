import { closeSync, fstatSync, lstatSync, openSync, type BigIntStats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { readInto } from '../../../files/blockingCalls.ts'
import { isBrokenName } from '../../../files/brokenName.ts'
import { systemCode } from '../../../files/diskErrors.ts'
import { readOnly } from '../../../files/openFlags.ts'

/** A voicemail of this size would last hours: it is something else. */
const maximalBytes = 256 * 1024 * 1024

/** stamp: tells the file from every other, and from itself once it was changed; a rename leaves it as it is. */
export type StableRead = { bytes: Buffer; modifiedAt: Date; stamp: string } | { reason: string; gone: boolean }

/** Takes so many bytes from the start of an open file; fewer when it ends before. */
export type Take = (fd: number, size: number) => Buffer

/**
 * Reads a whole file, for reading only and without following a link, and notices when it changes between the looks before
 * and after the bytes are taken. The calls wait: sources are read in a thread of their own.
 */
export function readStable(path: string, take: Take = takeAll): StableRead {
  let fd: number
  try {
    fd = openSync(path, readOnly)
  } catch (error) {
    return unreadable(error, path)
  }
  try {
    return readOpen(fd, take)
  } catch (error) {
    return unreadable(error, path)
  } finally {
    closeSync(fd)
  }
}

/** The stamp of what lies there now, without following a link; null when nothing does. */
export function stampOf(path: string): string | null {
  try {
    return toStamp(lstatSync(path, { bigint: true }))
  } catch {
    return null
  }
}

/** How much a file holds; 0 for one that cannot be looked at, which is told when it is read. */
export async function bytesOf(path: string): Promise<number> {
  try {
    return (await lstat(path)).size
  } catch {
    return 0
  }
}

function readOpen(fd: number, take: Take): StableRead {
  const before = fstatSync(fd, { bigint: true })
  if (!before.isFile()) return { reason: 'It is not a file.', gone: false }
  if (before.size > maximalBytes) return { reason: 'The file is larger than 256 MB.', gone: false }
  const bytes = take(fd, Number(before.size))
  const after = fstatSync(fd, { bigint: true })
  if (after.mtimeNs !== before.mtimeNs || after.size !== before.size || BigInt(bytes.length) !== after.size)
    return { reason: 'The file changed while it was read. Import again when the call has ended.', gone: false }
  return { bytes, modifiedAt: after.mtime, stamp: toStamp(after) }
}

/** A file that is cut short meanwhile gives less. */
export function takeAll(fd: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  const held = readInto(fd, size, bytes)
  return held === size ? bytes : bytes.subarray(0, held)
}

function toStamp({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return `${dev} ${ino} ${size} ${mtimeNs}`
}

function unreadable(error: unknown, path: string): StableRead {
  const gone = systemCode(error) === 'ENOENT'
  if (gone && isBrokenName(path))
    return { reason: 'The name of the file is not UTF-8. Rename it, and import again.', gone: false }
  return { reason: gone ? 'The file is gone.' : 'The file cannot be read. Check its permissions.', gone }
}
