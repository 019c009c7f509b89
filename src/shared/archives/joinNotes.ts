import { archiveNotes, noNotes, tidyTags, type ArchiveNotes } from './notes.ts'

/**
 * What two installations say of the same archive, with nothing of either lost: what only one of them has changed since base
 * is as that one says; where both have, texts stand one after the other, and the later day and every hold count. Without a
 * base all of both stays. Joining again changes nothing. Null when the two are too long together.
 */
export function joinNotes(theirs: ArchiveNotes, ours: ArchiveNotes, base: ArchiveNotes = noNotes): ArchiveNotes | null {
  const pick = <T>(of: (notes: ArchiveNotes) => T, both: (theirs: T, ours: T) => T): T => {
    const [they, we, before] = [of(theirs), of(ours), of(base)]
    if (they === before) return we
    return we === before ? they : both(they, we)
  }
  const ids = new Set([...Object.keys(theirs.messages), ...Object.keys(ours.messages)])
  const messages = [...ids]
    .map((id): [string, string] => [id, pick((notes) => noteOn(notes, id), after('\n\n'))])
    .filter(([, note]) => note !== '')
  const joined = archiveNotes.safeParse({
    note: pick(({ note }) => note, after('\n\n')),
    tags: joinTags(theirs.tags, ours.tags, base.tags),
    purpose: pick(({ purpose }) => purpose, after('; ')),
    keepUntil: pick(({ keepUntil }) => keepUntil, later),
    legalHold: pick(({ legalHold }) => legalHold ?? '', after('; ')) || null,
    messages: Object.fromEntries(messages),
  })
  return joined.success ? joined.data : null
}

function noteOn({ messages }: ArchiveNotes, id: string): string {
  return Object.hasOwn(messages, id) ? messages[id]! : ''
}

function after(between: string): (theirs: string, ours: string) => string {
  return (theirs, ours) => {
    if (ours.includes(theirs)) return ours
    return theirs.includes(ours) ? theirs : `${theirs}${between}${ours}`
  }
}

/** A tag that one of them has taken away stays away. */
function joinTags(theirs: readonly string[], ours: readonly string[], base: readonly string[]): string[] {
  const key = (tag: string): string => tag.trim().toLocaleLowerCase('en')
  const has = (tags: readonly string[], tag: string): boolean => tags.some((one) => key(one) === key(tag))
  const stays = (tag: string): boolean => !has(base, tag) || (has(theirs, tag) && has(ours, tag))
  return tidyTags([...theirs, ...ours].filter(stays))
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
