import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Bytes that an ordinary user can still write where a folder is or will be, or null when the system does not tell.
 * A folder that does not exist yet is asked for through its nearest ancestor.
 */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize, blocks } = await statfs(folder)
    // Some shares answer with zeros; they show a full disk only when it is.
    return blocks === 0 ? null : bavail * bsize
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return absent && dirname(folder) !== folder ? freeBytes(dirname(folder)) : null
  }
}
