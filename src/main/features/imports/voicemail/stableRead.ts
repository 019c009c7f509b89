import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** A voicemail of this size would last hours: it is something else. */
const maximalBytes = 256 * 1024 * 1024

export type StableRead = { bytes: Buffer; modifiedAt: Date } | { reason: string }

/** Reads a whole file, for reading only and without following a link, and notices when it changes meanwhile. */
export async function readStable(path: string): Promise<StableRead> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    try {
      const before = await handle.stat({ bigint: true })
      if (!before.isFile()) return { reason: 'It is not a file.' }
      if (before.size > maximalBytes) return { reason: 'The file is larger than 256 MB.' }
      const bytes = await handle.readFile()
      const after = await handle.stat({ bigint: true })
      if (after.size !== before.size || after.mtimeNs !== before.mtimeNs || BigInt(bytes.length) !== after.size)
        return { reason: 'The file changed while it was read. Import again when the call has ended.' }
      return { bytes, modifiedAt: after.mtime }
    } finally {
      await handle.close()
    }
  } catch {
    return { reason: 'The file cannot be read. Check its permissions.' }
  }
}
