import { join, relative } from 'node:path'
import { distinct, entriesOf, foldersIn, messageFolders, type Skipped, type Spool, type SpoolMailbox } from './spool.ts'

/** One message: the text file that describes it, and the same audio in one or more formats. */
export type SpoolMessage = {
  folder: string
  /** Relative to the chosen folder, without the ending. */
  name: string
  text: string | null
  audio: readonly string[]
}

/** The messages of a mailbox, folder after folder; what is left out is added to skipped. */
export async function listSpoolMessages(
  { root, skipped }: Pick<Spool, 'root' | 'skipped'>,
  { path }: Pick<SpoolMailbox, 'path'>,
): Promise<SpoolMessage[]> {
  const folders = distinct(await foldersIn(root, path, skipped))
  const messages: SpoolMessage[] = []
  for (const folder of folders) {
    if (folder.name === 'tmp') continue
    const found = await stemsIn(root, folder.path, skipped)
    if (messageFolders.has(folder.name)) {
      for (const [stem, files] of found)
        messages.push({
          folder: folder.name,
          name: relative(root, join(folder.path, stem)),
          ...files,
        })
    } else if (found.size > 0) {
      const reason = `${found.size} messages lie in a folder that Asterisk does not use. Move them to Old to import them.`
      skipped.push({ file: relative(root, folder.path), reason })
    }
  }
  return messages
}

type StemFiles = { text: string | null; audio: string[] }

async function stemsIn(root: string, path: string, skipped: Skipped[]): Promise<Map<string, StemFiles>> {
  const stems = new Map<string, StemFiles>()
  for (const entry of await entriesOf(root, path, skipped)) {
    const match = /^(msg\d{4,})(intro)?\.(\w+)$/.exec(entry.name)
    if (match === null) continue
    const file = join(path, entry.name)
    const [, stem, intro, ending] = match
    if (!entry.isFile())
      skipped.push({ file: relative(root, file), reason: 'It is a link or a folder and is not followed.' })
    else if (intro !== undefined)
      skipped.push({
        file: relative(root, file),
        reason: 'The introduction to a forwarded message is not imported, only the message.',
      })
    else {
      const files = stems.get(stem!) ?? { text: null, audio: [] }
      stems.set(stem!, ending === 'txt' ? { ...files, text: file } : { ...files, audio: [...files.audio, file] })
    }
  }
  return stems
}
