import { basename } from 'node:path'
import { z } from 'zod'
import { archiveRow, type ArchiveRow, type BagProblem } from '../../../shared/archives/model.ts'
import type { ArchiveId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ReadDb, WriteDb } from '../../db/sql.ts'
import { unfinished } from '../../db/unfinishedRuns.ts'

/** A remembered archive; whether its folder is there right now is not in the database. */
export type StoredArchive = Omit<ArchiveRow, 'present'>

const stored = archiveRow.omit({ present: true })
export const archiveColumns = `archive.id, run_id AS runId, path, person_name AS personName, extension, created_at AS createdAt,
  messages, bytes, manifest_sha256 AS manifestSha256, verified_at AS verifiedAt, verification, purpose,
  keep_until AS keepUntil, legal_hold AS legalHold,
  (SELECT json_group_array(tag) FROM archive_tag WHERE archive_id = archive.id) AS tags`

export type Row = { path: string; tags: string }

/** Throws NOT_FOUND. */
export function readArchive(db: ReadDb, id: ArchiveId): StoredArchive {
  const row = db.prepare<[string], Row>(`SELECT ${archiveColumns} FROM archive WHERE id = ?`).get(id)
  if (row === undefined)
    throw new AppError('NOT_FOUND', 'This archive is not in the list any more. Add it again.', { id })
  return toArchive(row)
}

export function findArchiveAt(db: ReadDb, path: string): StoredArchive | null {
  const row = db.prepare<[string], Row>(`SELECT ${archiveColumns} FROM archive WHERE path = ?`).get(path)
  return row === undefined ? null : toArchive(row)
}

/** Keeps the verdict on an archive, and where it is damaged; of one that is missing the last stays. Call it in a transaction. */
export function rememberVerification(
  db: WriteDb,
  id: ArchiveId,
  {
    verification,
    at,
    problems,
  }: { verification: 'valid' | 'damaged' | 'missing'; at: string; problems: readonly BagProblem[] },
): void {
  if (verification === 'missing') {
    db.prepare('UPDATE archive SET missing_since = coalesce(missing_since, ?) WHERE id = ?').run(at, id)
    return
  }
  db.prepare('UPDATE archive SET verification = ?, verified_at = ?, missing_since = NULL WHERE id = ?').run(
    verification,
    at,
    id,
  )
  db.prepare('DELETE FROM archive_problem WHERE archive_id = ?').run(id)
  const insert = db.prepare(
    'INSERT INTO archive_problem (archive_id, position, code, file, line, message) VALUES (?, ?, ?, ?, ?, ?)',
  )
  for (const [position, { code, file, line, message }] of problems.slice(0, keptProblems).entries())
    insert.run(id, position, code, file, line ?? null, message)
}

/** Of a bag that is gone for the most part, so many say enough. */
const keptProblems = 500

export function listProblems(db: ReadDb, id: ArchiveId): BagProblem[] {
  const select = 'SELECT code, file, line, message FROM archive_problem WHERE archive_id = ? ORDER BY position'
  const rows = db.prepare<[string], BagProblem & { line: number | null }>(select).all(id)
  return rows.map(({ line, ...problem }) => (line === null ? problem : { ...problem, line }))
}

export type DamagedArchive = Pick<StoredArchive, 'id' | 'path' | 'personName' | 'verification' | 'verifiedAt'> & {
  problems: BagProblem[]
}

/** Those that are where they were and are not as they were, with what their last check found. */
export function listDamaged(db: ReadDb): DamagedArchive[] {
  const rows = db
    .prepare<[], Omit<DamagedArchive, 'problems'>>(
      `SELECT id, path, person_name AS personName, verification, verified_at AS verifiedAt FROM archive
        WHERE missing_since IS NULL AND verification = 'damaged' ORDER BY path`,
    )
    .all()
  return rows.map((row) => ({ ...row, problems: listProblems(db, row.id) }))
}

/** Throws CONFLICT while a run that can still go on needs it for its proof: it is the run's, or lies where that looks for it. */
export function requireUnneeded(db: ReadDb, { id, path }: Pick<StoredArchive, 'id' | 'path'>): void {
  const needed = db
    .prepare<[string, string]>(
      `SELECT 1 FROM run LEFT JOIN archive ON archive.run_id = run.id
        WHERE run.status IN ${unfinished} AND (archive.id = ? OR run.archive_path = ?)`,
    )
    .get(id, path)
  if (needed === undefined) return
  throw new AppError(
    'CONFLICT',
    'This archive is the proof of an offboarding that is not finished. Finish it, or give it up, then remove the archive from the list.',
    { id },
  )
}

/** Where other archives lie, and those of runs that can still go on. */
export function otherPlaces(db: ReadDb, { id }: Pick<StoredArchive, 'id'>): string[] {
  return db
    .prepare<[string, string], string>(
      `SELECT path FROM archive WHERE id <> ? UNION SELECT archive_path FROM run LEFT JOIN archive ON archive.run_id = run.id
        WHERE run.status IN ${unfinished} AND archive_path IS NOT NULL AND archive.id IS NOT ?`,
    )
    .pluck()
    .all(id, id)
}

export function deleteArchive(db: WriteDb, id: ArchiveId): void {
  db.prepare('DELETE FROM archive WHERE id = ?').run(id)
}

export function toArchive(row: Row): StoredArchive {
  const tags = z.array(z.string()).parse(JSON.parse(row.tags))
  return z.parse(stored, { ...row, folder: basename(row.path), tags })
}
