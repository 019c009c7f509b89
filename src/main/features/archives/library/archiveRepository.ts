import type { ArchiveNotes } from '../../../../shared/archives/notes.ts'
import type { ArchiveId } from '../../../../shared/ids.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'
import { unfinished } from '../../../db/unfinishedRuns.ts'
import { archiveText } from './messageText.ts'
import { indexMessageNotes } from './messageRepository.ts'
import type { LibraryBag } from './readForLibrary.ts'

/** What a look compares a bag with. */
export type KnownArchive = {
  id: ArchiveId
  path: string
  runId: string | null
  personName: string
  extension: string | null
  manifestSha256: string
  tagmanifestSha256: string | null
  signature: string | null
  notesSha256: string | null
  missingSince: string | null
}

const select = `SELECT id, path, run_id AS runId, person_name AS personName, extension, manifest_sha256 AS manifestSha256,
  tagmanifest_sha256 AS tagmanifestSha256, signature, notes_sha256 AS notesSha256, missing_since AS missingSince FROM archive`

export function listKnown(db: ReadDb): KnownArchive[] {
  return db.prepare<[], KnownArchive>(select).all()
}

export function findAtPath(db: ReadDb, path: string): KnownArchive | null {
  return db.prepare<[string], KnownArchive>(`${select} WHERE path = ?`).get(path) ?? null
}

/** All with the same payload: copies of one bag, or one that was moved. */
export function findByManifest(db: ReadDb, manifestSha256: string): KnownArchive[] {
  return db.prepare<[string], KnownArchive>(`${select} WHERE manifest_sha256 = ? ORDER BY id`).all(manifestSha256)
}

/** Those of them whose row may follow the folder: a run that can still go on looks for its archive where it made it. */
export function findMovable(db: ReadDb, manifestSha256: string): KnownArchive[] {
  return db
    .prepare<[string], KnownArchive>(
      `${select} WHERE manifest_sha256 = ? AND NOT EXISTS (
        SELECT 1 FROM run WHERE run.id = archive.run_id AND run.status IN ${unfinished}) ORDER BY id`,
    )
    .all(manifestSha256)
}

export function insertFound(db: WriteDb, id: string, bag: LibraryBag, now: string): void {
  db.prepare(
    `INSERT INTO archive (id, path, person_name, extension, created_at, messages, bytes, manifest_sha256, tagmanifest_sha256)
      VALUES (@id, @path, @personName, @extension, @createdAt, @messages, @bytes, @manifestSha256, @tagmanifestSha256)`,
  ).run({ ...bag, id, createdAt: bag.createdAt ?? now, notes: null })
}

export function moveArchive(db: WriteDb, id: string, path: string): void {
  db.prepare('UPDATE archive SET path = ?, signature = NULL, missing_since = NULL WHERE id = ?').run(path, id)
}

/** From now on a look takes the bag for one that was not read to its end. */
export function beginIndexing(db: WriteDb, id: string): void {
  db.prepare('UPDATE archive SET signature = NULL WHERE id = ?').run(id)
}

export function endIndexing(db: WriteDb, id: string, { signature, tagmanifestSha256 }: LibraryBag): void {
  db.prepare(
    `UPDATE archive SET signature = ?, tagmanifest_sha256 = coalesce(tagmanifest_sha256, ?), missing_since = NULL
      WHERE id = ?`,
  ).run(signature, tagmanifestSha256, id)
}

export function setMissing(db: WriteDb, id: string, since: string | null): void {
  db.prepare('UPDATE archive SET missing_since = ? WHERE id = ?').run(since, id)
}

/** own: they could not be written beside the payload. */
export type NotesToSave = { notes: ArchiveNotes; sha256: string | null; problem: string | null; own?: boolean }

/** Takes over the notes of an archive, with what it and its messages are found by. Call it in a transaction. */
export function saveNotes(db: WriteDb, id: string, given: NotesToSave): void {
  const { note, tags, purpose, keepUntil, legalHold, messages } = given.notes
  db.prepare(
    `UPDATE archive SET note = ?, purpose = ?, keep_until = ?, legal_hold = ?, notes_sha256 = ?, notes_problem = ?,
      own_notes = ? WHERE id = ?`,
  ).run(
    note,
    purpose,
    keepUntil,
    legalHold,
    given.sha256,
    given.problem,
    given.own === true ? JSON.stringify(given.notes) : null,
    id,
  )
  db.prepare('DELETE FROM archive_tag WHERE archive_id = ?').run(id)
  const insert = db.prepare('INSERT OR IGNORE INTO archive_tag (archive_id, tag) VALUES (?, ?)')
  for (const tag of tags) insert.run(id, tag)
  const owner = db.prepare<[string], KnownArchive>(`${select} WHERE id = ?`).get(id)!
  const text = archiveText({ ...owner, note, purpose, tags })
  db.prepare('UPDATE archive SET found_by = ? WHERE id = ?').run(text, id)
  indexMessageNotes(db, owner, messages)
}
