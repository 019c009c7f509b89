import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { canonicalJson, digest } from '../digest.ts'

export type AuditEntry = {
  seq: number
  at: string
  operator: string
  action: string
  subject: string
  detail: unknown
  previousHash: string
  hash: string
}
export type AuditEvent = { operator: string; action: string; subject: string; detail: Record<string, unknown> }
export type AuditProblem = { seq: number; message: string }

type Row = Omit<AuditEntry, 'detail' | 'previousHash'> & { detail: string; previous_hash: string }

/** What the first entry is chained to. */
const genesis = '0'.repeat(64)

/** Adds an entry to the chain; call it inside the transaction of the change that it tells of. */
export function appendAudit(db: WriteDb, clock: Clock, event: AuditEvent): void {
  const last = db
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1')
    .get()
  const content = {
    seq: (last?.seq ?? 0) + 1,
    at: clock.now().toISOString(),
    ...event,
    previousHash: last?.hash ?? genesis,
  }
  db.prepare(
    `INSERT INTO audit_entry (seq, at, operator, action, subject, detail, previous_hash, hash)
      VALUES (@seq, @at, @operator, @action, @subject, @detail, @previousHash, @hash)`,
  ).run({ ...content, detail: canonicalJson(event.detail), hash: digest(content) })
}

/** Entries in order, page by page. */
export function* readAudit(db: ReadDb): Generator<AuditEntry> {
  const page = db.prepare<[number], Row>('SELECT * FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT 1000')
  for (let after = 0; ;) {
    const rows = page.all(after)
    for (const { previous_hash: previousHash, detail, ...row } of rows)
      yield { ...row, detail: JSON.parse(detail), previousHash }
    if (rows.length === 0) return
    after = rows.at(-1)!.seq
  }
}

/** Walks the chain: an edited, deleted, inserted or reordered entry breaks it. A cut tail needs an anchor from outside. */
export function verifyAudit(db: ReadDb): { entries: number; problems: AuditProblem[] } {
  const problems: AuditProblem[] = []
  let previous = { seq: 0, hash: genesis }
  let entries = 0
  for (const { hash, ...content } of readAudit(db)) {
    entries += 1
    if (content.seq !== previous.seq + 1)
      problems.push({ seq: content.seq, message: `Entry ${previous.seq + 1} is missing.` })
    if (content.previousHash !== previous.hash)
      problems.push({ seq: content.seq, message: `Entry ${content.seq} does not follow the one before it.` })
    if (digest(content) !== hash) problems.push({ seq: content.seq, message: `Entry ${content.seq} was changed.` })
    previous = { seq: content.seq, hash }
  }
  return { entries, problems }
}
