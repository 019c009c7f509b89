import { randomUUID } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { holdTogether, type HeldLock } from '../db/sharedLock.ts'
import { flushFolder } from '../files/flushFolder.ts'
import { makeFolders } from '../files/makeFolders.ts'

/**
 * What lies on the disk only until work has ended: a file or folder that is not whole yet, by its path; or audio in the
 * audio folder that the row with this id is going to name.
 */
export const leftover = z.union([
  z.strictObject({ partial: z.string() }),
  z.strictObject({ audio: z.string(), id: z.string() }),
])
export type Leftover = z.infer<typeof leftover>

/** Where the journals of a data folder lie, and the lock that all work holds together as long as it is under way. */
export function journalsOf(dataFolder: string): { folder: string; lock: string } {
  const folder = join(dataFolder, 'unfinished')
  return { folder, lock: join(folder, 'lock') }
}

/** Writes down what a piece of work puts on the disk before it does, so that a kill leaves nothing that nobody knows of. */
export class Journal {
  readonly #lock: HeldLock
  readonly #handle: FileHandle
  readonly #file: string

  private constructor(lock: HeldLock, handle: FileHandle, file: string) {
    this.#lock = lock
    this.#handle = handle
    this.#file = file
  }

  /** Rejects with the system's error when the data folder cannot be written. */
  static async begin(dataFolder: string): Promise<Journal> {
    const { folder, lock } = journalsOf(dataFolder)
    await makeFolders(folder)
    const held = holdTogether(lock)
    try {
      const file = join(folder, `${randomUUID()}.jsonl`)
      const handle = await open(file, 'ax', 0o600)
      await flushFolder(folder)
      return new Journal(held, handle, file)
    } catch (error) {
      held.release()
      throw error
    }
  }

  /** Flushed when it resolves; only then may anything be written there. */
  async expect(leftovers: readonly Leftover[]): Promise<void> {
    await this.#handle.appendFile(leftovers.map((one) => `${JSON.stringify(one)}\n`).join(''))
    await this.#handle.datasync()
  }

  /** whole: nothing is left over. Else the journal stays for the next start, which looks. */
  async end({ whole }: { whole: boolean }): Promise<void> {
    await this.#handle.close()
    if (whole) await rm(this.#file, { force: true }).catch(() => undefined)
    this.#lock.release()
  }
}
