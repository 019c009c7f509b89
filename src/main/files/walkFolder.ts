import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from './diskErrors.ts'

/** A folder that could not be looked into. code: the name of the system's error. */
export type UnreadFolder = { path: string; code: string; cause: unknown }

/** Paths from the root with forward slashes. strange: links, and whatever is neither file nor folder. */
export type Walked = { files: Set<string>; folders: Set<string>; strange: string[]; unread: UnreadFolder[] }

/**
 * Everything below a folder. Links are named and never followed, so nothing outside is ever reached. A folder below that
 * cannot be read is named and keeps nothing else from being found; rejects when the root is one.
 */
export async function walkFolder(root: string): Promise<Walked> {
  const walked: Walked = { files: new Set(), folders: new Set(), strange: [], unread: [] }
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await entriesOf(root, folder, walked.unread)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isFile()) walked.files.add(path)
      else if (entry.isDirectory()) {
        walked.folders.add(path)
        waiting.push(path)
      } else walked.strange.push(path)
    }
  }
  return walked
}

/** The same where what is left out would not be told: rejects for any folder that cannot be read. */
export async function walkWhole(root: string): Promise<Walked> {
  const walked = await walkFolder(root)
  for (const { cause } of walked.unread) throw cause
  return walked
}

async function entriesOf(root: string, folder: string, unread: UnreadFolder[]) {
  try {
    return await readdir(join(root, folder), { withFileTypes: true })
  } catch (cause) {
    const code = systemCode(cause)
    if (folder === '' || code === null) throw cause
    unread.push({ path: folder, code, cause })
    return []
  }
}
