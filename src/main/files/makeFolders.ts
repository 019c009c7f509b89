import { mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { systemCode } from './diskErrors.ts'
import { flushFolder } from './flushFolder.ts'

/**
 * Makes a folder and what is missing above it, one after the other, and answers those that it made, outermost first. A power
 * cut takes none of them back.
 * Not with Node's own recursive mkdir: where a folder exists and nothing can be made in it (ENOENT under /proc), that
 * tries again without an end. mode: of those that it makes, as far as the umask allows. Rejects with the system's error.
 */
export async function makeFolders(path: string, mode = 0o777): Promise<string[]> {
  const missing: string[] = []
  for (let folder = resolve(path); !(await exists(folder)); folder = dirname(folder)) missing.unshift(folder)
  const made: string[] = []
  for (const folder of missing) if (await makeOne(folder, mode)) made.push(folder)
  return made
}

async function exists(folder: string): Promise<boolean> {
  try {
    await stat(folder)
    return true
  } catch (error) {
    // The root of a drive that is not there has nothing above it.
    if (systemCode(error) === 'ENOENT' && dirname(folder) !== folder) return false
    throw error
  }
}

/** False when somebody else made it meanwhile. */
async function makeOne(folder: string, mode: number): Promise<boolean> {
  try {
    await mkdir(folder, { mode })
    await flushFolder(dirname(folder))
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}
