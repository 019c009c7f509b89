import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * Finds the files that another system names by the paths of its own disk, in a folder that was chosen here: the longest
 * end of the path that exists under the folder is taken. What leads out of the folder, by itself or through a link, is
 * not found: a name in a database is not a permission to read.
 */
export function createForeignPaths(root: string): (path: string) => string | null {
  // Files of one folder over there lie in one folder here.
  const folders = new Map<string, string | null>()
  const inRoot = (path: string): string | null => {
    try {
      const real = realpathSync(path)
      return real.startsWith(root + sep) ? real : null
    } catch {
      return null
    }
  }
  const findFolder = (parts: readonly string[]): string | null => {
    for (let skipped = 0; skipped < parts.length; skipped += 1) {
      const found = inRoot(join(root, ...parts.slice(skipped)))
      if (found !== null) return found
    }
    return null
  }
  return (path) => {
    const parts = path.split(/[/\\]+/).filter((part) => part !== '' && part !== '.')
    const name = parts.pop()
    if (name === undefined || parts.includes('..') || name === '..') return null
    const folder = parts.join('/')
    const known = folders.get(folder) ?? findFolder(parts)
    folders.set(folder, known)
    return (known === null ? null : inRoot(join(known, name))) ?? inRoot(join(root, name))
  }
}
