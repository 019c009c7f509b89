import { basename } from 'node:path'
import { z } from 'zod'
import { archiveRow, type ArchiveRow } from '../../../shared/archives/model.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'

/** A remembered archive; whether its folder is still there is not in the database. */
export type StoredArchive = Omit<ArchiveRow, 'present'>

const stored = archiveRow.omit({ present: true })
const columns = `id, run_id AS runId, path, person_name AS personName, extension, created_at AS createdAt, messages, bytes,
  manifest_sha256 AS manifestSha256, verified_at AS verifiedAt, verification`

type Row = { path: string }

/** Newest first. */
export function listArchives(db: ReadDb): StoredArchive[] {
  return db.prepare<[], Row>(`SELECT ${columns} FROM archive ORDER BY created_at DESC, id`).all().map(toArchive)
}

/** Throws NOT_FOUND. */
export function readArchive(db: ReadDb, id: ArchiveId): StoredArchive {
  const row = db.prepare<[string], Row>(`SELECT ${columns} FROM archive WHERE id = ?`).get(id)
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This archive is not in the list any more. Add it again.', { id })
  return toArchive(row)
}

export function findArchiveAt(db: ReadDb, path: string): StoredArchive | null {
  const row = db.prepare<[string], Row>(`SELECT ${columns} FROM archive WHERE path = ?`).get(path)
  return row === undefined ? null : toArchive(row)
}

export function insertArchive(
  db: WriteDb,
  archive: Omit<StoredArchive, 'folder' | 'runId' | 'verifiedAt' | 'verification'>,
): void {
  db.prepare(
    `INSERT INTO archive (id, path, person_name, extension, created_at, messages, bytes, manifest_sha256)
      VALUES (@id, @path, @personName, @extension, @createdAt, @messages, @bytes, @manifestSha256)`,
  ).run(archive)
}

export function rememberVerification(db: WriteDb, id: ArchiveId, verification: 'valid' | 'damaged', at: string): void {
  db.prepare('UPDATE archive SET verification = ?, verified_at = ? WHERE id = ?').run(verification, at, id)
}

/** Throws CONFLICT while a run that can still go on needs it for its proof. */
export function forgetArchive(db: WriteDb, id: ArchiveId): void {
  const needed = db
    .prepare<[string]>(
      `SELECT 1 FROM archive JOIN run ON run.id = archive.run_id
        WHERE archive.id = ? AND run.status IN ('running', 'paused', 'failed')`,
    )
    .get(id)
  if (needed !== undefined) {
    throw new AppError(
      'CONFLICT',
      'This archive is the proof of an offboarding that is not finished. Finish it, or give it up, then remove the archive from the list.',
      { id },
    )
  }
  db.prepare('DELETE FROM archive WHERE id = ?').run(id)
}

function toArchive(row: Row): StoredArchive {
  return z.parse(stored, { ...row, folder: basename(row.path) })
}
