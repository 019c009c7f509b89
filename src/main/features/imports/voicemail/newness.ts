import type { ReadDb } from '../../../db/sql.ts'
import type { ReadGreeting } from './readMessage.ts'
import {
  findGreeting,
  importedFinder,
  likelyFinder,
  newMailboxFinder,
  twinFinder,
  type AskedMessage,
} from './repository.ts'

/** Audio that is here already. file: null when it came earlier in the same source, which is only looked through. */
export type Known = { sha256: string; file: string | null }

type AskedGreeting = Pick<ReadGreeting, 'greeting'>

/** Tells what is not here yet. */
export type Newness = {
  /**
   * False when nothing that was here before can be the message, whatever it sounds like: nobody needs its hash. What has come
   * meanwhile is seen by message.
   */
  mayBeKnown(extension: string, message: AskedMessage): boolean
  /**
   * The key under which a message is new, or what was imported before: under its key, or on the same extension with the
   * same time, caller and audio, from a source that names the mailbox otherwise. Two messages of one id with different
   * audio (a mailbox that was copied by hand) are both kept.
   */
  message(extension: string, message: AskedMessage, sha256: string): { key: string } | { known: Known }
  /** Null when the greeting is new. */
  greeting(extension: string, greeting: AskedGreeting, sha256: string): Known | null
}

type Lookups = {
  imported(key: string): Known | null
  twin(extension: string, message: AskedMessage, sha256: string): Known | null
}

/**
 * Judges by what is stored. Whether a mailbox is new is asked once, not for each message. Nothing comes in between when
 * message is asked in the transaction that inserts.
 */
export function createNewness(db: ReadDb): Newness {
  const stored: Lookups = { imported: importedFinder(db), twin: twinFinder(db) }
  const isLikely = likelyFinder(db)
  const isNew = newMailboxFinder(db)
  const asked = new Map<string, boolean>()
  const isOfNew = (extension: string, { sourceIds }: AskedMessage): boolean => {
    if (sourceIds === null) return false
    const mailbox = `${extension} ${sourceIds}`
    const answer = asked.get(mailbox) ?? isNew(extension, sourceIds)
    asked.set(mailbox, answer)
    return answer
  }
  return {
    mayBeKnown: (extension, message) => !isOfNew(extension, message) && isLikely(extension, message),
    message: (extension, message, sha256) =>
      isLikely(extension, message) ? judge(stored, extension, message, sha256) : { key: message.sourceKey },
    greeting: (extension, { greeting }, sha256) => findGreeting(db, extension, greeting, sha256),
  }
}

/** Judges by what is stored and what came earlier in the same source, for a look that stores nothing. */
export function createPreviewNewness(db: ReadDb): Newness {
  const stored: Lookups = { imported: importedFinder(db), twin: twinFinder(db) }
  const sha256Of = new Map<string, string>()
  const keysOf = new Map<string, string[]>()
  const greetings = new Set<string>()
  const lookups: Lookups = {
    imported: (key) => {
      const sha256 = sha256Of.get(key)
      return sha256 === undefined ? stored.imported(key) : { sha256, file: null }
    },
    twin: (extension, message, sha256) => {
      const earlier = keysOf.get(likeness(extension, message, sha256)) ?? []
      return earlier.some((key) => mayBeTwin(message, key))
        ? { sha256, file: null }
        : stored.twin(extension, message, sha256)
    },
  }
  return {
    mayBeKnown: () => true,
    message: (extension, message, sha256) => {
      const judged = judge(lookups, extension, message, sha256)
      if ('known' in judged) return judged
      const like = likeness(extension, message, sha256)
      sha256Of.set(judged.key, sha256)
      keysOf.set(like, [...(keysOf.get(like) ?? []), judged.key])
      return judged
    },
    greeting: (extension, { greeting }, sha256) => {
      const key = `${extension}/${greeting}/${sha256}`
      if (greetings.has(key)) return { sha256, file: null }
      greetings.add(key)
      return findGreeting(db, extension, greeting, sha256)
    },
  }
}

function judge(
  { imported, twin }: Lookups,
  extension: string,
  message: AskedMessage,
  sha256: string,
): { key: string } | { known: Known } {
  const find = (key: string): Known | null => imported(key) ?? twin(extension, message, sha256)
  const known = find(message.sourceKey)
  if (known === null) return { key: message.sourceKey }
  if (known.sha256 === sha256) return { known }
  const keyWithAudio = `${message.sourceKey}/${sha256}`
  // Its hash here may be another by now: of a recording that the disk has changed and somebody kept as it is.
  const other = find(keyWithAudio)
  return other === null ? { key: keyWithAudio } : { known: other }
}

/** What messages share that may be one. */
function likeness(extension: string, { receivedAt, callerNumber, callerName }: AskedMessage, sha256: string): string {
  return JSON.stringify([extension, receivedAt, callerNumber, callerName, sha256])
}

/** As twinFinder has it of what is stored. */
function mayBeTwin({ sourceIds }: AskedMessage, key: string): boolean {
  return sourceIds === null || !key.startsWith(sourceIds)
}
