import { createHash, type Hash } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  flushFolder,
  flushOnWindows,
  hashInto,
  openSource,
  readOnly,
  refuseForeign,
  writeAll,
} from './blockingCalls.ts'
import { bytesSource, fileSource, type ByteSource } from './byteSource.ts'
import { partialOf, writeNew } from './newFile.ts'
import { readBytes } from './readBuffers.ts'
import { retryBusyNow } from './retryBusy.ts'

/** from: a file to copy; null when the bytes were written before. sha256: every hash that the bytes must have, in hex. */
export type Expected = { target: string; from: string | null; sha256: readonly string[] }

/**
 * What lies in the place of a file, read back from disk; or that other bytes came than were expected, or none because the
 * file to copy cannot be read; or why the disk refused.
 */
export type Settled<T> =
  | { outcome: 'placed'; bytes: number; sha256: string; seen: T }
  | { outcome: 'unexpected'; bytes: number }
  | { outcome: 'unreadable' }
  | { outcome: 'failed'; error: unknown }

type Unplaced = Exclude<Settled<never>, { outcome: 'placed' }>
type Partial = { fd: number; hash: Hash; bytes: number; fault: Unplaced | null }

/**
 * Writes files of one folder, settles them together and reads them back. A file is whole or absent: it is written beside
 * its place, flushed and renamed; a regular file there is a leftover of ours and gives way. All calls are synchronous, for
 * a thread of their own: handing each to Node's thread pool costs more than the call, and one journal entry of the file
 * system serves a batch.
 */
export class FileBatch {
  readonly #partials = new Map<string, Partial>()
  readonly #buffer = Buffer.allocUnsafeSlow(readBytes)

  /** Appends; the first bytes create the file. What fails is told when the file is settled. */
  write(target: string, bytes: Uint8Array): void {
    const partial = this.#partialFor(target)
    if (partial.fault !== null) return
    try {
      writeAll(partial.fd, bytes)
      partial.hash.update(bytes)
      partial.bytes += bytes.length
    } catch (error) {
      partial.fault = { outcome: 'failed', error }
    }
  }

  /** Leaves nothing of the file behind, unless the disk refuses that too: the next try clears partials away first. */
  discard(target: string): void {
    const partial = this.#partials.get(target)
    if (partial === undefined) return
    this.#partials.delete(target)
    if (partial.fd === -1) return
    quietly(() => closeSync(partial.fd))
    quietly(() => rmSync(partialOf(target), { force: true }))
  }

  /** Copies what is still to be copied, flushes and places what is as expected, flushes the folder, and reads every file back; in the given order. */
  settle<T>(files: readonly Expected[], look: (source: ByteSource, target: string) => T): Settled<T>[] {
    for (const { target, from } of files) if (from !== null) this.#copy(from, target)
    const states = files.map((file) => this.#judge(file))
    const each = (work: (target: string) => void): void => {
      for (const [index, { target }] of files.entries()) {
        if (states[index]?.outcome !== 'ready') continue
        try {
          work(target)
        } catch (error) {
          states[index] = { outcome: 'failed', error }
          this.discard(target)
        }
      }
    }
    each((target) => fsyncSync(this.#partials.get(target)!.fd))
    each((target) => this.#place(target))
    const unflushed = files[0] === undefined ? null : flushFault(dirname(files[0].target))
    return files.map(({ target }, index): Settled<T> => {
      const state = states[index]!
      if (state.outcome !== 'ready') return state
      return unflushed ?? this.#readBack(target, look)
    })
  }

  #partialFor(target: string): Partial {
    const known = this.#partials.get(target)
    if (known !== undefined) return known
    const opened: Partial = { fd: -1, hash: createHash('sha256'), bytes: 0, fault: null }
    this.#partials.set(target, opened)
    try {
      opened.fd = openSync(partialOf(target), writeNew, 0o644)
    } catch (error) {
      opened.fault = { outcome: 'failed', error }
    }
    return opened
  }

  #copy(from: string, target: string): void {
    const source = openSource(from)
    if (source === null) {
      this.#partialFor(target).fault = { outcome: 'unreadable' }
      return
    }
    try {
      for (;;) {
        const read = readSync(source, this.#buffer, 0, this.#buffer.length, null)
        if (read > 0) this.write(target, this.#buffer.subarray(0, read))
        // A regular file gives less than was asked for only at its end.
        if (read < this.#buffer.length) return
      }
    } catch {
      this.#partialFor(target).fault = { outcome: 'unreadable' }
    } finally {
      closeSync(source)
    }
  }

  #judge({ target, sha256 }: Expected): { outcome: 'ready' } | Unplaced {
    // A file without bytes was never begun.
    const { fault, hash, bytes } = this.#partialFor(target)
    const found = hash.digest('hex')
    if (fault === null && sha256.every((wanted) => wanted === found)) return { outcome: 'ready' }
    this.discard(target)
    return fault ?? { outcome: 'unexpected', bytes }
  }

  #place(target: string): void {
    const { fd } = this.#partials.get(target)!
    refuseForeign(target)
    // Windows moves no open file.
    closeSync(fd)
    this.#partials.set(target, { ...this.#partials.get(target)!, fd: -1 })
    try {
      retryBusyNow(() => renameSync(partialOf(target), target))
    } catch (error) {
      quietly(() => rmSync(partialOf(target), { force: true }))
      throw error
    }
    this.#partials.delete(target)
    flushOnWindows(target)
  }

  #readBack<T>(target: string, look: (source: ByteSource, target: string) => T): Settled<T> {
    try {
      const fd = openSync(target, readOnly)
      try {
        const { size } = fstatSync(fd)
        const hash = createHash('sha256')
        const bytes = hashInto(fd, size, this.#buffer, hash)
        const whole = bytes <= this.#buffer.length
        const source = whole ? bytesSource(this.#buffer.subarray(0, bytes)) : fileSource(fd, bytes)
        return { outcome: 'placed', bytes, sha256: hash.digest('hex'), seen: look(source, target) }
      } finally {
        closeSync(fd)
      }
    } catch (error) {
      return { outcome: 'failed', error }
    }
  }
}

/** A folder that cannot be flushed may lose the name of any file in it, so none of them is placed. */
function flushFault(folder: string): Unplaced | null {
  try {
    flushFolder(folder)
    return null
  } catch (error) {
    return { outcome: 'failed', error }
  }
}

/** Clearing up after an error must not take the place of the error. */
function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // What the disk refused before is what is told.
  }
}
