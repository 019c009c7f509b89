import { lstat, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** The whole path of a file that a bag names. The bag is not trusted: null unless it is a regular file that really lies in it. */
export async function fileInBag(bag: string, file: string): Promise<string | null> {
  try {
    const root = await realpath(bag)
    const path = join(root, file)
    const inside = (await realpath(path)) === path && path.startsWith(root + sep)
    return inside && (await lstat(path)).isFile() ? path : null
  } catch {
    // Not there at all: the same answer.
    return null
  }
}
