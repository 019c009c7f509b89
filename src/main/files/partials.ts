import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { flushOnWindows, openSource, refuseForeign, writeAll } from './blockingCalls.ts'
import { partialOf } from './newFile.ts'
import { writeNew } from './openFlags.ts'
import { retryBusyNow } from './retryBusy.ts'

/**
 * Why a file does not get its place: other bytes came than were expected; none came, because the file to copy cannot be
 * read; the disk refused, with EBADMSG when it gives back other bytes than it was given.
 */
export type Unplaced =
  | { outcome: 'unexpected'; bytes: number }
  | { outcome: 'unreadable' }
  | { outcome: 'failed'; error: unknown }

/**
 * path: where it lies, which is made once. hash: of what was appended; null without. fd: -1 when nothing of ours lies
 * beside the target.
 */
type Partial = { path: string; fd: number; hash: Hash | null; bytes: number; fault: Unplaced | null }

/** Files that lie beside their places until they are whole. Calls to the disk wait. */
export class Partials {
  readonly #open = new Map<string, Partial>()

  /** Appends; the first bytes create the file. What fails stands in what was written. */
  write(target: string, bytes: Uint8Array): void {
    const partial = this.written(target)
    append(partial, bytes)
    partial.hash ??= createHash('sha256')
    partial.hash.update(bytes)
  }

  /** What was written so far; a file without bytes is made here. */
  written(target: string): Partial {
    const known = this.#open.get(target)
    if (known !== undefined) return known
    const opened: Partial = { path: partialOf(target), fd: -1, hash: null, bytes: 0, fault: null }
    this.#open.set(target, opened)
    try {
      opened.fd = openSync(opened.path, writeNew, 0o644)
    } catch (error) {
      opened.fault = { outcome: 'failed', error }
    }
    return opened
  }

  /** Writes all of a file, which is not hashed: its bytes are still at hand. */
  put(target: string, bytes: Uint8Array): Unplaced | null {
    const partial = this.written(target)
    append(partial, bytes)
    return partial.fault
  }

  /** Copies a file through the buffer. */
  copy(from: string, target: string, buffer: Buffer): Unplaced | null {
    const source = openSource(from)
    if (source === null) return { outcome: 'unreadable' }
    const partial = this.written(target)
    try {
      while (partial.fault === null) {
        const read = readSync(source, buffer, 0, buffer.length, null)
        if (read === 0) break
        append(partial, buffer.subarray(0, read))
      }
      return partial.fault
    } catch {
      return { outcome: 'unreadable' }
    } finally {
      closeSync(source)
    }
  }

  flush(target: string): void {
    fsyncSync(this.written(target).fd)
  }

  /** Gives a flushed file its name. A regular file there is a leftover of ours and gives way; anything else is EEXIST. */
  place(target: string): void {
    refuseForeign(target)
    const { fd, path } = this.written(target)
    this.#open.delete(target)
    try {
      // Windows moves no open file.
      closeSync(fd)
      retryBusyNow(() => renameSync(path, target))
    } catch (error) {
      quietly(() => rmSync(path, { force: true }))
      throw error
    }
    flushOnWindows(target)
  }

  /** Leaves nothing of the file behind, unless the disk refuses that too. */
  discard(target: string): void {
    const partial = this.#open.get(target)
    if (partial === undefined) return
    this.#open.delete(target)
    if (partial.fd === -1) return
    quietly(() => closeSync(partial.fd))
    quietly(() => rmSync(partial.path, { force: true }))
  }
}

function append(partial: Partial, bytes: Uint8Array): void {
  if (partial.fault !== null) return
  try {
    writeAll(partial.fd, bytes)
    partial.bytes += bytes.length
  } catch (error) {
    partial.fault = { outcome: 'failed', error }
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
