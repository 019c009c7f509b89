import { AppError } from '../../shared/ipc/errors.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'

/** A bag that joins the list of archives; runId is null for one that was made elsewhere. */
export type NewArchive = {
  id: string
  runId: string | null
  path: string
  personName: string
  extension: string | null
  createdAt: string
  messages: number
  bytes: number
  manifestSha256: string
  tagmanifestSha256: string
  verifiedAt: string | null
  verification: 'valid' | 'damaged' | 'never'
}

/**
 * For a run's own archive, call it in the transaction that ends the step. A look for archives may have found the bag
 * between its seal and this; then that row becomes the run's. Throws CONFLICT when the path is another run's.
 */
export function insertArchive(db: WriteDb, archive: NewArchive): void {
  const { changes } = db
    .prepare(
      `INSERT INTO archive (id, run_id, path, person_name, extension, created_at, messages, bytes, manifest_sha256, tagmanifest_sha256,
          verified_at, verification)
        VALUES (@id, @runId, @path, @personName, @extension, @createdAt, @messages, @bytes, @manifestSha256, @tagmanifestSha256,
          @verifiedAt, @verification)
        ON CONFLICT (path) DO UPDATE SET run_id = excluded.run_id, person_name = excluded.person_name,
          extension = excluded.extension, created_at = excluded.created_at, messages = excluded.messages,
          bytes = excluded.bytes, manifest_sha256 = excluded.manifest_sha256,
          tagmanifest_sha256 = excluded.tagmanifest_sha256, verified_at = excluded.verified_at,
          verification = excluded.verification
        WHERE archive.run_id IS NULL`,
    )
    .run(archive)
  if (changes === 0) throw new AppError('CONFLICT', `${archive.path} is the archive of another run.`)
}

export function listArchivePaths(db: ReadDb): { path: string; runId: string | null }[] {
  return db.prepare<[], { path: string; runId: string | null }>('SELECT path, run_id AS runId FROM archive').all()
}

export const archivePathSql = `
  SELECT 1 FROM archive WHERE path = ? UNION ALL SELECT 1 FROM run WHERE archive_path = ? AND status <> 'cancelled'`

/** Whether an archive lies there, or a run that was not given up will make one there. */
export function isArchivePath(db: ReadDb, path: string): boolean {
  return db.prepare<[string, string]>(archivePathSql).get(path, path) !== undefined
}

/** Whether a run of this data folder has the id. */
export function isRun(db: ReadDb, id: string): boolean {
  return db.prepare<[string]>('SELECT 1 FROM run WHERE id = ?').get(id) !== undefined
}
