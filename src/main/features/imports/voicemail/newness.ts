import type { ReadDb } from '../../../db/sql.ts'
import type { ReadGreeting, ReadMessage } from './readMessage.ts'
import { findGreeting, importedFinder, twinFinder, type StoredAudio, type Twin } from './repository.ts'

/** stored: the audio that is here already; null when it came earlier in the same source. */
type Known = { stored: StoredAudio | null }

/** Tells what is not here yet, nor came earlier in the same source. */
export function createNewness(db: ReadDb) {
  const seen = new Map<string, string>()
  const findImported = importedFinder(db)
  const findTwin = twinFinder(db)
  return {
    /**
     * The key under which a message is new, or what was imported before: under its key, or on the same extension with the
     * same time, caller and audio, from a source that names the mailbox otherwise. Two messages of one id with different audio (a
     * mailbox that was copied by hand) are both kept.
     */
    message: (extension: string, message: Twin & Pick<ReadMessage, 'sourceKey'>): { key: string } | Known => {
      const { sourceKey, sha256 } = message
      for (const key of [sourceKey, `${sourceKey}/${sha256}`]) {
        const stored = seen.has(key) ? null : findImported(key)
        const known = seen.get(key) ?? stored?.sha256
        if (known === sha256) return { stored }
        if (known !== undefined) continue
        seen.set(key, sha256)
        const twin = findTwin(extension, message)
        return twin === null ? { key } : { stored: twin }
      }
      return { stored: null }
    },
    /** Null when the greeting is new. */
    greeting: (extension: string, { greeting, sha256 }: Pick<ReadGreeting, 'greeting' | 'sha256'>): Known | null => {
      const key = `${extension}/${greeting}/${sha256}`
      if (seen.has(key)) return { stored: null }
      const stored = findGreeting(db, extension, greeting, sha256)
      seen.set(key, sha256)
      return stored === null ? null : { stored }
    },
  }
}
