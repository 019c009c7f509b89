import type { WriteDb } from '../db/sql.ts'
import type { WrittenBag } from '../archive/writeBag.ts'
import type { RunRow } from './rows.ts'

/** The proven archive joins the list of archives in the transaction that ends its step. */
export function insertArchive(
  db: WriteDb,
  { id, run, bag, messages, at }: { id: string; run: RunRow; bag: WrittenBag; messages: number; at: string },
): void {
  db.prepare(
    `INSERT INTO archive (id, run_id, path, person_name, extension, created_at, messages, bytes, manifest_sha256, verified_at, verification)
      VALUES (@id, @run, @path, @person, @extension, @at, @messages, @bytes, @manifest, @at, 'valid')`,
  ).run({
    id,
    run: run.id,
    path: run.archive_path,
    person: run.plan.person.name,
    extension: run.plan.person.extension,
    at,
    messages,
    bytes: bag.payloadBytes,
    manifest: bag.manifestSha256,
  })
}
