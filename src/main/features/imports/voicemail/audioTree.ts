import { readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/** An audio file of FreeSWITCH's storage: DOMAIN/USER/msg_UUID.wav. */
export type TreeFile = {
  path: string
  /** Relative to the folder that was chosen. */
  file: string
  domain: string
  user: string
  name: string
}

/** PROFILE/DOMAIN/USER under storage/voicemail under var/lib/freeswitch under the disk of a server. */
const deepest = 9

/**
 * The files in folders of a tree, in order. Links are not followed: storage has none, and they could lead anywhere. unread:
 * gets the folders that cannot be read, relative to the root.
 */
export function* walkAudioTree(root: string, unread: { path: string }[] = []): Generator<TreeFile> {
  yield* walkBelow(root, unread, root, 0)
}

function* walkBelow(root: string, unread: { path: string }[], folder: string, depth: number): Generator<TreeFile> {
  for (const entry of entriesIn(root, folder, unread)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < deepest) yield* walkBelow(root, unread, path, depth + 1)
    if (!entry.isFile()) continue
    yield {
      path,
      file: relative(root, path),
      domain: basename(dirname(folder)),
      user: basename(folder),
      name: entry.name,
    }
  }
}

function entriesIn(root: string, folder: string, unread: { path: string }[]) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    unread.push({ path: relative(root, folder) })
    return []
  }
}
