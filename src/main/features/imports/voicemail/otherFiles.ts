import { extname } from 'node:path'
import { linkLeftOut, notRead } from './leftOut.ts'
import type { SourceItem } from './source.ts'

type Others = { others: readonly string[]; links: readonly string[]; unread: readonly { path: string }[] }

/**
 * What lies beside what is read, told once for each ending, each link, and each folder that cannot be read: nothing is passed
 * over without a word.
 */
export function* otherFiles({ others, links, unread }: Others): Generator<SourceItem> {
  for (const one of notRead(unread)) yield { kind: 'unreadable', ...one }
  const counts = new Map<string, number>()
  for (const name of others) counts.set(endingOf(name), (counts.get(endingOf(name)) ?? 0) + 1)
  for (const [ending, count] of counts)
    yield {
      kind: 'skipped',
      file: ending,
      reason: `${count === 1 ? 'One file' : `${count} files`} of this kind ${count === 1 ? 'was' : 'were'} left out.`,
      messages: 0,
    }
  for (const file of links) yield { kind: 'skipped', file, reason: linkLeftOut, messages: 0 }
}

function endingOf(name: string): string {
  const ending = extname(name).toLowerCase()
  return ending === '' ? 'files without an ending' : `*${ending}`
}
