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
 * The files in folders of a tree, in order. Links are not followed: storage has none, and they could lead anywhere. A
 * folder that cannot be read is as good as empty; who looks for its files says that they are not there.
 */
export function* walkAudioTree(root: string, folder = root, depth = 0): Generator<TreeFile> {
  for (const entry of entriesIn(folder)) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < deepest) yield* walkAudioTree(root, path, depth + 1)
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

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}
