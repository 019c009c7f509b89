import { hash } from 'node:crypto'
import type { AuditAction } from '../../shared/audit/actions.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../db/sql.ts'
import { canonicalJson } from '../digest.ts'

export type AuditEvent = {
  operator: string
  action: AuditAction
  /** Whom or what it is about, as a person would look for it: a user name, an extension, a file. */
  subject: string
  detail: Record<string, unknown>
}
/** The newest entry, or any entry that something outside names. */
export type AuditLink = { seq: number; hash: string }
/** seq, the text that was hashed, and its hash. */
export type StoredEntry = [seq: number, content: string, hash: string]

/** What the first entry is chained to. */
export const genesis: AuditLink = { seq: 0, hash: '0'.repeat(64) }

/** SHA-256 (hex) of an entry's text. */
export function hashOf(content: string): string {
  return hash('sha256', content)
}

/** Where an entry names the one before it: behind that come its place and a subject, which is short. */
const tail = 250

/**
 * Whether an entry's text names this place and this entry before it. A quick look for a million entries: where it says
 * no, as of a subject that is long, the text has to be parsed.
 */
export function namesLink(content: string, { hash: previousHash }: AuditLink, seq: number): boolean {
  return content.includes(`"previousHash":"${previousHash}","seq":${seq},"subject":`, content.length - tail)
}

/** Adds an entry to the chain; call it inside the transaction of the change that it tells of. */
export function appendAudit(db: WriteDb, clock: Clock, event: AuditEvent): void {
  const last = readAuditHead(db) ?? genesis
  const seq = last.seq + 1
  const content = canonicalJson({ seq, at: clock.now().toISOString(), ...event, previousHash: last.hash })
  db.prepare('INSERT INTO audit_entry (seq, content, hash) VALUES (?, ?, ?)').run(seq, content, hashOf(content))
}

/** Null as long as there is no entry. */
export function readAuditHead(db: ReadDb): AuditLink | null {
  const select = 'SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1'
  return db.prepare<[], AuditLink>(select).get() ?? null
}

/** Whether the head file has been seen beside this database. */
export function isHeadFileKept(db: ReadDb): boolean {
  return db.prepare('SELECT 1 FROM audit_head_file WHERE kept_since IS NOT NULL').get() !== undefined
}

export function noteHeadFile(db: WriteDb, clock: Clock): void {
  db.prepare('UPDATE audit_head_file SET kept_since = coalesce(kept_since, ?)').run(clock.now().toISOString())
}

/** The last entry at or before this place. */
export function readLinkAt(db: ReadDb, seq: number): AuditLink | null {
  const select = 'SELECT seq, hash FROM audit_entry WHERE seq <= ? ORDER BY seq DESC LIMIT 1'
  return db.prepare<[number], AuditLink>(select).get(seq) ?? null
}

/** Small pages stay in the youngest part of the heap: a third faster than one long iteration. */
const pageSize = 200

/** Entries after one place up to another, in order. */
export function* storedEntries(db: ReadDb, after: number, upTo: number): Generator<StoredEntry[]> {
  const select = `SELECT seq, content, hash FROM audit_entry WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${pageSize}`
  const page = db.prepare(select).raw()
  for (let last = after; ;) {
    // raw() answers arrays of the selected columns, which the driver's types do not say.
    const entries = page.all(last, upTo) as StoredEntry[]
    if (entries.length === 0) return
    yield entries
    last = entries.at(-1)![0]
  }
}
