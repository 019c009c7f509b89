import { createHash } from 'node:crypto'
import { link, lstat, open, rename, rm, unlink, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { systemCode } from './diskErrors.ts'
import { writeNew } from './openFlags.ts'
import { retryBusy } from './retryBusy.ts'

// What a file system without links answers: exFAT, FAT and some shares.
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'])

/** Where the bytes of a file lie until they are whole. */
export function partialOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.partial`)
}

export function isPartial(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.partial')
}

/**
 * A file that is whole or absent: written beside its place, flushed, then linked into it. It lives until place or
 * discard. Nothing that lies at the target is replaced unless place is told that it is ours.
 */
export class NewFile {
  readonly target: string
  readonly #partial: string
  readonly #handle: FileHandle
  readonly #hash = createHash('sha256')
  #open = true
  #bytes = 0
  #sha256: string | null = null

  private constructor(target: string, handle: FileHandle) {
    this.target = target
    this.#partial = partialOf(target)
    this.#handle = handle
  }

  /** Fails with EEXIST when an earlier partial was not cleared away. */
  static async open(target: string): Promise<NewFile> {
    return new NewFile(target, await open(partialOf(target), writeNew, 0o644))
  }

  /** Writes all of it: a full disk may take a part first and refuse the rest only then. */
  async write(bytes: Uint8Array): Promise<void> {
    for (let offset = 0; offset < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, offset)
      if (bytesWritten === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      offset += bytesWritten
    }
    this.#hash.update(bytes)
    this.#bytes += bytes.length
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Hex SHA-256 of what was written; nothing is written after it was asked for. */
  sha256(): string {
    this.#sha256 ??= this.#hash.digest('hex')
    return this.#sha256
  }

  async flush(): Promise<void> {
    await this.#handle.sync()
  }

  /** Puts the flushed file in its place. ours: a regular file there is a leftover of ours and gives way. */
  async place({ ours }: { ours: boolean }): Promise<void> {
    await this.#close()
    let refusal = await refusalOf(() => link(this.#partial, this.target))
    if (refusal === null) {
      await retryBusy(() => unlink(this.#partial))
    } else {
      // Without links the empty target is claimed exclusively, then renamed over.
      if (noLinks.has(systemCode(refusal) ?? '')) refusal = await refusalOf(() => claim(this.target))
      if (refusal !== null && !(ours && (await isLeftover(this.target, refusal)))) throw refusal
      await retryBusy(() => rename(this.#partial, this.target))
    }
    await flushOnWindows(this.target)
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.#close()
    await rm(this.#partial, { force: true })
  }

  async #close(): Promise<void> {
    if (!this.#open) return
    this.#open = false
    await this.#handle.close()
  }
}

async function refusalOf(move: () => Promise<void>): Promise<unknown> {
  try {
    await retryBusy(move)
    return null
  } catch (error) {
    return error
  }
}

async function claim(path: string): Promise<void> {
  const handle = await open(path, writeNew, 0o644)
  await handle.close()
}

async function isLeftover(path: string, refusal: unknown): Promise<boolean> {
  return systemCode(refusal) === 'EEXIST' && (await lstat(path)).isFile()
}

/** Windows cannot flush a folder; flushing the renamed file brings its name along. */
async function flushOnWindows(path: string): Promise<void> {
  if (process.platform !== 'win32') return
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
