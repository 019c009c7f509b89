import type { ReadDb } from '../../../db/sql.ts'
import type { ReadGreeting, ReadMessage } from './readMessage.ts'
import { hasGreeting, importedFinder } from './repository.ts'

/** Tells what is not here yet, nor came earlier in the same source. */
export function createNewness(db: ReadDb) {
  const seen = new Map<string, string>()
  const findImported = importedFinder(db)
  return {
    /**
     * The key under which a message is new, or null when it was imported before. Two messages of one id with different
     * audio (a mailbox that was copied by hand) are both kept.
     */
    message: ({ sourceKey, sha256 }: Pick<ReadMessage, 'sourceKey' | 'sha256'>): string | null => {
      for (const key of [sourceKey, `${sourceKey}/${sha256}`]) {
        const known = seen.get(key) ?? findImported(key)
        if (known === sha256) return null
        if (known === null) {
          seen.set(key, sha256)
          return key
        }
      }
      return null
    },
    greeting: (extension: string, { greeting, sha256 }: Pick<ReadGreeting, 'greeting' | 'sha256'>): boolean => {
      const key = `${extension}/${greeting}/${sha256}`
      if (seen.has(key) || hasGreeting(db, extension, greeting, sha256)) return false
      seen.set(key, sha256)
      return true
    },
  }
}
