import { archiveId, type ArchiveId } from '../../../../shared/ids.ts'
import type { ReadDb, WriteDb } from '../../../db/sql.ts'

/** The check that is under way, or was stopped. */
export type Begun = { archiveId: ArchiveId; manifestSha256: string; startedAt: string }

export function readBegun(db: ReadDb): Begun | null {
  const row = db
    .prepare<[], { archiveId: string | null; manifestSha256: string; startedAt: string }>(
      'SELECT archive_id AS archiveId, manifest_sha256 AS manifestSha256, started_at AS startedAt FROM scrub',
    )
    .get()!
  return row.archiveId === null ? null : { ...row, archiveId: archiveId.parse(row.archiveId) }
}

/** Begins a check, or goes on: what was read of the same bag stays. Answers when it began. Call it in a transaction. */
export function begin(db: WriteDb, next: Begun): string {
  const before = readBegun(db)
  if (before?.archiveId === next.archiveId && before.manifestSha256 === next.manifestSha256) return before.startedAt
  db.prepare('DELETE FROM scrub_file').run()
  db.prepare(
    'UPDATE scrub SET archive_id = @archiveId, manifest_sha256 = @manifestSha256, started_at = @startedAt',
  ).run(next)
  return next.startedAt
}

export function end(db: WriteDb): void {
  db.prepare('DELETE FROM scrub_file').run()
  db.prepare('UPDATE scrub SET archive_id = NULL, manifest_sha256 = NULL, started_at = NULL').run()
}

export function readFiles(db: ReadDb): Map<string, number> {
  const rows = db.prepare<[], { path: string; bytes: number }>('SELECT path, bytes FROM scrub_file').all()
  return new Map(rows.map(({ path, bytes }) => [path, bytes]))
}

/** Keeps what was read and found right, and counts it for its day. Call it in a transaction. */
export function addFiles(db: WriteDb, files: readonly { path: string; bytes: number }[], day: string): void {
  const insert = db.prepare('INSERT OR REPLACE INTO scrub_file (path, bytes) VALUES (?, ?)')
  for (const { path, bytes } of files) insert.run(path, bytes)
  const read = files.reduce((sum, { bytes }) => sum + bytes, 0)
  db.prepare('UPDATE scrub SET day_bytes = iif(day = @day, day_bytes, 0) + @read, day = @day').run({ day, read })
}

export function readOn(db: ReadDb, day: string): number {
  return db.prepare<[string], number>('SELECT iif(day = ?, day_bytes, 0) FROM scrub').pluck().get(day) ?? 0
}

/** The archive that was checked the longest ago, none at all before all others; null when all were checked since then. */
export function nextToCheck(db: ReadDb, since: string): ArchiveId | null {
  const id = db
    .prepare<[string], string>(
      `SELECT id FROM archive WHERE missing_since IS NULL AND (verified_at IS NULL OR verified_at < ?)
        ORDER BY verified_at, created_at, id LIMIT 1`,
    )
    .pluck()
    .get(since)
  return id === undefined ? null : archiveId.parse(id)
}

export function countChecks(
  db: ReadDb,
  since: string,
): { proven: number; overdue: number; bytes: number; oldestCheck: string | null } {
  return db
    .prepare<[string, string], { proven: number; overdue: number; bytes: number; oldestCheck: string | null }>(
      `SELECT count(*) FILTER (WHERE verification = 'valid' AND verified_at >= ?) AS proven,
          count(*) FILTER (WHERE verified_at IS NULL OR verified_at < ?) AS overdue,
          coalesce(sum(bytes), 0) AS bytes, min(verified_at) AS oldestCheck
        FROM archive WHERE missing_since IS NULL`,
    )
    .get(since, since)!
}
