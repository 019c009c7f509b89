import { basename, extname } from 'node:path'
import { isAudio } from '../audioEndings.ts'
import type { SourceItem } from '../source.ts'

/** Where the zips of a message store report keep what belongs to the messages of an extension. */
const contentName = /(?:^|\/)extension\/([^/]+)\/message-store\/content\/([^/]+)$/

const withoutStore =
  'No message-store.json tells of its extension. Put the first zip of the export beside the others, and import again.'
const withoutRecord = 'No record names this file. Put all zips of the export beside each other, and import again.'

/** Content by the extension's id, then by the id of the message or attachment that its name begins with; '' where it has none. */
export type Content<File> = Map<string, Map<string, File[]>>

export function isContent(name: string): boolean {
  return contentName.test(name)
}

/** Whether it is no message of its own. */
export function isTranscript(name: string): boolean {
  return /\.(?:txt|json|vtt)$/i.test(name)
}

export function contentOf<File extends { name: string }>(files: readonly File[]): Content<File> {
  const found: Content<File> = new Map()
  for (const file of files) {
    const [, extensionId, base = ''] = contentName.exec(file.name) ?? []
    if (extensionId === undefined) continue
    const id = /^\d+/.exec(base)?.[0] ?? ''
    const ofExtension = found.get(extensionId) ?? new Map<string, File[]>()
    ofExtension.set(id, [...(ofExtension.get(id) ?? []), file])
    found.set(extensionId, ofExtension)
  }
  return found
}

/** Content that no record tells of. named: the ids of all records of an extension, of whatever kind; none where it has no store. */
export function* unnamed(
  content: Content<{ name: string }>,
  named: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<SourceItem> {
  for (const [extensionId, found] of content) {
    const ids = named.get(extensionId)
    for (const [id, files] of found)
      for (const { name } of files) {
        if (ids === undefined) yield leftOut(name, withoutStore)
        else if (!ids.has(id) && mayBeAudio(name)) yield leftOut(name, withoutRecord)
      }
  }
}

function leftOut(file: string, reason: string): SourceItem {
  return { kind: 'skipped', file, reason, messages: isTranscript(file) ? 0 : 1 }
}

/** Recordings have no ending in a report. */
function mayBeAudio(name: string): boolean {
  const base = basename(name)
  return isAudio(base) || (extname(base) === '' && !base.startsWith('.'))
}
