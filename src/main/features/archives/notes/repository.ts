import { archiveNotes, type ArchiveNotes } from '../../../../shared/archives/notes.ts'
import type { ReadDb } from '../../../db/sql.ts'

export type StoredNotes = { notes: ArchiveNotes; base: string | null; problem: string | null }

type Row = Pick<ArchiveNotes, 'note' | 'purpose' | 'keepUntil' | 'legalHold'> & {
  base: string | null
  problem: string | null
}

/** The notes as the list has them; the archive exists. */
export function readStoredNotes(db: ReadDb, archiveId: string): StoredNotes {
  const { base, problem, ...row } = db
    .prepare<[string], Row>(
      `SELECT note, purpose, keep_until AS keepUntil, legal_hold AS legalHold, notes_sha256 AS base,
          notes_problem AS problem FROM archive WHERE id = ?`,
    )
    .get(archiveId)!
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
  return { notes: archiveNotes.parse({ ...row, tags, messages }), base, problem }
}
