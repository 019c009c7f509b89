import { archiveNotes, tidyTags, type ArchiveNotes } from './notes.ts'

/**
 * What two installations say of the same archive, with nothing of either lost: texts one after the other, all tags, the
 * later day, every hold. Joining again changes nothing. Null when the two are too long together.
 */
export function joinNotes(theirs: ArchiveNotes, ours: ArchiveNotes): ArchiveNotes | null {
  const ids = new Set([...Object.keys(theirs.messages), ...Object.keys(ours.messages)])
  const messages = [...ids].map((id): [string, string] => [
    id,
    joinTexts(theirs.messages[id] ?? '', ours.messages[id] ?? '', '\n\n'),
  ])
  const joined = archiveNotes.safeParse({
    note: joinTexts(theirs.note, ours.note, '\n\n'),
    tags: tidyTags([...theirs.tags, ...ours.tags]),
    purpose: joinTexts(theirs.purpose, ours.purpose, '; '),
    keepUntil: later(theirs.keepUntil, ours.keepUntil),
    legalHold: joinTexts(theirs.legalHold ?? '', ours.legalHold ?? '', '; ') || null,
    messages: Object.fromEntries(messages),
  })
  return joined.success ? joined.data : null
}

function joinTexts(theirs: string, ours: string, between: string): string {
  if (ours.includes(theirs)) return ours
  return theirs.includes(ours) ? theirs : `${theirs}${between}${ours}`
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
