import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths from the root with forward slashes. strange: links, and whatever is neither file nor folder. */
export type Walked = { files: Set<string>; folders: Set<string>; strange: string[] }

/** Everything below a folder. Links are named and never followed, so nothing outside is ever reached. */
export async function walkFolder(root: string): Promise<Walked> {
  const walked: Walked = { files: new Set(), folders: new Set(), strange: [] }
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
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
