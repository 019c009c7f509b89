import type { Dirent } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { isAudio } from '../audioEndings.ts'
import { introductionLeftOut } from '../leftOut.ts'
import { entriesOf, type Skipped } from './spool.ts'

/** One message: where its describing text belongs, and the same audio in one or more formats. */
export type SpoolMessage = {
  /** The folder's name in the mailbox, and its path. */
  folder: string
  path: string
  /** Relative to the chosen folder, without the ending. */
  name: string
  text: string
  audio: readonly string[]
}

const otherName =
  'Its name is not that of a message of Asterisk, such as msg0000.wav. Rename it, or import the folder as a folder of audio.'

type Place = { root: string; name: string; path: string }

/** The messages of a folder by their numbers, files of one number together; what is no part of one is skipped. */
export function listMessages({ root, name: folder, path }: Place, skipped: Skipped[]): SpoolMessage[] {
  const messages = new Map<string, string[]>()
  const within = relative(root, path)
  // Not join, which took a fiftieth of an import: the folder's path is in order already.
  const inFolder = path + sep
  for (const entry of entriesOf(root, path, skipped)) {
    const part = partOf(entry)
    if (part === null) continue
    if ('reason' in part) {
      skipped.push({ file: join(within, entry.name), ...part })
      continue
    }
    const audio = messages.get(part.stem) ?? []
    messages.set(part.stem, audio)
    if (part.audio) audio.push(inFolder + entry.name)
  }
  return [...messages].map(([stem, audio]) => ({
    folder,
    path,
    name: join(within, stem),
    text: `${inFolder}${stem}.txt`,
    audio,
  }))
}

function partOf(entry: Dirent): { stem: string; audio: boolean } | { reason: string; messages: number } | null {
  const match = /^(msg\d{4,})(intro)?(\.\w+)$/.exec(entry.name)
  if (match === null && !isAudio(entry.name)) return null
  const ending = extname(entry.name)
  if (ending === '.tmp' || ending === '.lock') return null
  if (!entry.isFile()) return { reason: 'It is a link or a folder and is not followed.', messages: 0 }
  if (match === null) return { reason: otherName, messages: 1 }
  const [, stem, intro] = match
  if (intro !== undefined) return { reason: introductionLeftOut, messages: 0 }
  return { stem: stem!, audio: ending !== '.txt' }
}
