import { basename } from 'node:path'
import { archiveNotes, noNotes, type ArchiveNotes } from '../../../../shared/archives/notes.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import type { ReadDb } from '../../../db/sql.ts'
import { digest } from '../../../digest.ts'

export type StoredNotes = {
  notes: ArchiveNotes
  /** SHA-256 of the file that they come from. */
  base: string | null
  problem: string | null
  /** They could not be written beside the payload. */
  own: boolean
}

type Row = Pick<ArchiveNotes, 'note' | 'purpose' | 'keepUntil' | 'legalHold'> & {
  base: string | null
  problem: string | null
  own: string | null
}

/** The notes as the list has them; the archive exists. */
export function readStoredNotes(db: ReadDb, archiveId: string): StoredNotes {
  const { base, problem, own, ...row } = db
    .prepare<[string], Row>(
      `SELECT note, purpose, keep_until AS keepUntil, legal_hold AS legalHold, notes_sha256 AS base,
          notes_problem AS problem, own_notes AS own FROM archive WHERE id = ?`,
    )
    .get(archiveId)!
  // Those of messages are not in the list while it is read anew; these are.
  if (own !== null) return { notes: archiveNotes.parse(JSON.parse(own)), base, problem, own: true }
  const tags = db
    .prepare<[string], string>('SELECT tag FROM archive_tag WHERE archive_id = ? ORDER BY tag')
    .pluck()
    .all(archiveId)
  const noted = db
    .prepare<[string], { id: string; note: string }>(
      "SELECT message_id AS id, note FROM archive_message WHERE archive_id = ? AND note <> ''",
    )
    .all(archiveId)
  const messages = Object.fromEntries(noted.map(({ id, note }) => [id, note]))
  return { notes: archiveNotes.parse({ ...row, tags, messages }), base, problem, own: false }
}

/** Throws CONFLICT for an archive with notes that could not be written beside it: they would go with its row. */
export function requireNotedThere(db: ReadDb, { id, path }: { id: string; path: string }): void {
  const { notes, own } = readStoredNotes(db, id)
  if (!own || digest(notes) === digest(noNotes)) return
  throw new AppError(
    'CONFLICT',
    `The notes of ${basename(path)} are kept in this installation only and would be lost. Save them again when its folder can be written, or take them away.`,
    { id },
  )
}
