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
  verifiedAt: string | null
  verification: 'valid' | 'damaged' | 'never'
}

/** For a run's own archive, call it in the transaction that ends the step. */
export function insertArchive(db: WriteDb, archive: NewArchive): void {
  db.prepare(
    `INSERT INTO archive (id, run_id, path, person_name, extension, created_at, messages, bytes, manifest_sha256, verified_at, verification)
      VALUES (@id, @runId, @path, @personName, @extension, @createdAt, @messages, @bytes, @manifestSha256, @verifiedAt, @verification)`,
  ).run(archive)
}

export function listArchivePaths(db: ReadDb): { path: string; runId: string | null }[] {
  return db.prepare<[], { path: string; runId: string | null }>('SELECT path, run_id AS runId FROM archive').all()
}

/** Whether a run of this data folder has the id. */
export function isRun(db: ReadDb, id: string): boolean {
  return db.prepare<[string]>('SELECT 1 FROM run WHERE id = ?').get(id) !== undefined
}
