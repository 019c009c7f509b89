import { createHash, hash as hashWhole } from 'node:crypto'
import { closeSync, fstatSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFolder, hashThrough, openSource, readInto } from './blockingCalls.ts'
import { bytesSource, fileSource, type ByteSource } from './byteSource.ts'
import { readOnly } from './openFlags.ts'
import { Partials, type Unplaced } from './partials.ts'
import { readBytes } from './readBuffers.ts'

/**
 * from: a file to copy, or bytes, which stay as they are until the file is settled, and are what must be read back; null
 * when the bytes were written before. sha256: every hash that the bytes must have, in hex.
 */
export type Expected = { target: string; from: From; sha256: readonly string[] }
type From = string | Uint8Array | null

/** What was read back from disk before it got its place. */
type Read<T> = { bytes: number; sha256: string; seen: T }
export type Settled<T> = ({ outcome: 'placed' } & Read<T>) | Unplaced

/**
 * Writes files of one folder and settles them together. A file is whole or absent: it is written beside its place,
 * flushed, read back and renamed. All calls are synchronous, for a thread of their own: handing each to Node's thread pool
 * costs more than the call, and one journal entry of the file system serves a batch.
 */
export class FileBatch {
  readonly #partials = new Partials()
  readonly #buffer = Buffer.allocUnsafeSlow(readBytes)

  /** Appends; the first bytes create the file. What fails is told when the file is settled. */
  write(target: string, bytes: Uint8Array): void {
    this.#partials.write(target, bytes)
  }

  /** Leaves nothing of the file behind, unless the disk refuses that too: the next try clears partials away first. */
  discard(target: string): void {
    this.#partials.discard(target)
  }

  /**
   * Writes what is still to be written, flushes every file and reads it back, places what is as expected, and flushes the
   * folder; answers in the given order.
   */
  settle<T>(files: readonly Expected[], look: (source: ByteSource, target: string) => T): Settled<T>[] {
    const refused = new Map<string, Unplaced>()
    const read = new Map<string, Read<T>>()
    const each = (step: (file: Expected) => Unplaced | null | void): void => {
      for (const file of files) {
        if (refused.has(file.target)) continue
        const fault = faultOf(() => step(file))
        if (fault === null) continue
        refused.set(file.target, fault)
        this.discard(file.target)
      }
    }
    each((file) => this.#fill(file))
    each(({ target }) => this.#partials.flush(target))
    each((file) => this.#readBack(file, look, (one) => read.set(file.target, one)))
    each(({ target }) => this.#partials.place(target))
    const unflushed = files[0] === undefined ? null : flushFault(dirname(files[0].target))
    return files.map(({ target }) => refused.get(target) ?? unflushed ?? { outcome: 'placed', ...read.get(target)! })
  }

  /** What can be asked again is hashed once, as it is read back; what was written before is hashed here too. */
  #fill({ target, from, sha256 }: Expected): Unplaced | null {
    if (typeof from === 'string') return this.#partials.copy(from, target, this.#buffer)
    if (from !== null) return this.#partials.put(target, from)
    const { fault, hash, bytes } = this.#partials.written(target)
    const written = hash ?? createHash('sha256')
    return fault ?? (isEach(written.digest('hex'), sha256) ? null : { outcome: 'unexpected', bytes })
  }

  #readBack<T>(
    { target, from, sha256 }: Expected,
    look: (source: ByteSource, target: string) => T,
    found: (read: Read<T>) => void,
  ): Unplaced | null {
    const fd = openSync(this.#partials.written(target).path, readOnly)
    try {
      const { bytes, hash } = this.#hash(fd)
      if (!isEach(hash, sha256) || !this.#isGiven(from, bytes, hash)) return this.#blame(from, sha256, bytes)
      const whole = bytes <= this.#buffer.length
      const source = whole ? bytesSource(this.#buffer.subarray(0, bytes)) : fileSource(fd, bytes)
      found({ bytes, sha256: hash, seen: look(source, target) })
      return null
    } finally {
      closeSync(fd)
    }
  }

  /** Whether what was just read back equals the bytes that were given, if any were. */
  #isGiven(from: From, bytes: number, hash: string): boolean {
    if (!(from instanceof Uint8Array)) return true
    return bytes > this.#buffer.length
      ? hashWhole('sha256', from) === hash
      : this.#buffer.subarray(0, bytes).equals(from)
  }

  /** Why other bytes were read back: the source has them too, or the disk did not keep those that it was given. */
  #blame(from: From, sha256: readonly string[], bytes: number): Unplaced {
    if (from !== null && !this.#readsAs(from, sha256)) return { outcome: 'unexpected', bytes }
    const error = new Error('the disk gives back other bytes than it was given')
    return { outcome: 'failed', error: Object.assign(error, { code: 'EBADMSG' }) }
  }

  #readsAs(from: string | Uint8Array, sha256: readonly string[]): boolean {
    if (typeof from !== 'string') return isEach(hashWhole('sha256', from), sha256)
    const fd = openSource(from)
    if (fd === null) return false
    try {
      return isEach(this.#hash(fd).hash, sha256)
    } catch {
      return false
    } finally {
      closeSync(fd)
    }
  }

  /** A file that fits lies whole in the buffer afterwards. */
  #hash(fd: number): { bytes: number; hash: string } {
    const { size } = fstatSync(fd)
    if (size <= this.#buffer.length) {
      const bytes = readInto(fd, size, this.#buffer)
      return { bytes, hash: hashWhole('sha256', this.#buffer.subarray(0, bytes)) }
    }
    const hash = createHash('sha256')
    return { bytes: hashThrough(fd, this.#buffer, hash), hash: hash.digest('hex') }
  }
}

function isEach(hash: string, wanted: readonly string[]): boolean {
  return wanted.every((one) => one === hash)
}

function faultOf(step: () => Unplaced | null | void): Unplaced | null {
  try {
    return step() ?? null
  } catch (error) {
    return { outcome: 'failed', error }
  }
}

/** A folder that cannot be flushed may lose the name of any file in it, so none of them is placed. */
function flushFault(folder: string): Unplaced | null {
  return faultOf(() => flushFolder(folder))
}
