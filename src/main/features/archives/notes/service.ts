import { tidyTags, type ArchiveNotes } from '../../../../shared/archives/notes.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import type { Clock } from '../../../clock.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { readArchive } from '../repository.ts'
import { changeNotes, type NotesChange } from './change.ts'

type Given = { db: WriteDb; clock: Clock; operator: () => { name: string } }
export type ArchiveNoting = ReturnType<typeof createArchiveNoting>

/** Notes, tags, purpose, day and hold of an archive. */
export function createArchiveNoting(given: Given) {
  // One change after the other: each begins with what the one before has written.
  let last: Promise<unknown> = Promise.resolve()
  const change = (id: ArchiveId, what: NotesChange): Promise<void> => {
    const next = last.then(() => changeNotes(given, id, what))
    last = next.catch(() => undefined)
    return next
  }
  return {
    /** base: the hash of the notes that were changed. Throws CONFLICT when there are others by now. */
    save: (
      id: ArchiveId,
      base: string | null,
      notes: Pick<ArchiveNotes, 'note' | 'tags' | 'purpose' | 'keepUntil'>,
    ): Promise<void> =>
      change(id, {
        base,
        action: 'archive.note',
        detail: { keepUntil: notes.keepUntil, tags: tidyTags(notes.tags) },
        to: (before) => ({ ...before, ...notes, tags: tidyTags(notes.tags) }),
      }),
    /** An empty note takes it away. */
    saveMessage: (id: ArchiveId, messageId: string, note: string): Promise<void> =>
      change(id, {
        action: 'archive.note',
        detail: { message: messageId },
        to: (before) => ({ ...before, messages: withNote(before.messages, messageId, note) }),
      }),
    /** A reason puts the archive under hold; null lifts it. */
    setHold: async (id: ArchiveId, reason: string | null): Promise<void> => {
      const { legalHold } = readArchive(given.db, id)
      if (legalHold === reason) return
      await change(id, {
        action: reason === null ? 'archive.liftHold' : 'archive.hold',
        detail: { reason: reason ?? legalHold },
        to: (before) => ({ ...before, legalHold: reason }),
      })
    },
  }
}

function withNote(notes: ArchiveNotes['messages'], messageId: string, note: string): ArchiveNotes['messages'] {
  const others = Object.entries(notes).filter(([id]) => id !== messageId)
  return Object.fromEntries(note.trim() === '' ? others : [...others, [messageId, note]])
}
