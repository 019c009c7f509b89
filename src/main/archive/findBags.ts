import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { systemCode } from '../files/diskErrors.ts'
import { bagSignOf } from './holdsBag.ts'

/** broken: what is left of a bag whose bagit.txt is gone. */
export type FoundFolder = { bag: string } | { broken: string } | { problem: string }

/** Archives are kept in folders of folders, not deeper; a whole disk that was chosen by mistake comes to an end. */
const maximalDepth = 8

/**
 * The bags at and below a folder, each before what lies after it by name. Nothing is looked for inside a bag, in hidden
 * folders, or behind links. A folder that cannot be read is said and passed over.
 */
export async function* findBags(root: string, signal: AbortSignal): AsyncGenerator<FoundFolder> {
  const waiting = [{ folder: root, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    signal.throwIfAborted()
    const { folder, depth } = next
    const below = await foldersIn(folder)
    if (!('folders' in below)) yield below
    else if (depth < maximalDepth)
      waiting.push(...below.folders.map((name) => ({ folder: join(folder, name), depth: depth + 1 })))
  }
}

/** In reverse order, because the last is taken first. */
async function foldersIn(folder: string): Promise<FoundFolder | { folders: string[] }> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const sign = bagSignOf(entries)
    if (sign !== null) return sign === 'whole' ? { bag: folder } : { broken: folder }
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    return { folders: folders.map(({ name }) => name).toSorted((a, b) => (a < b ? 1 : -1)) }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return { problem: `${basename(folder) || folder} cannot be read (${code}).` }
  }
}
