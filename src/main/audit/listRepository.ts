import { z } from 'zod'
import { auditEntry, type AuditEntry, type AuditFilter } from '../../shared/audit/model.ts'
import type { ReadDb } from '../db/sql.ts'
import { readAuditHead } from './repository.ts'

export type AuditPage = { total: number; entries: AuditEntry[] }

const columns = 'seq, at, operator, action, subject, detail, previous_hash AS previousHash, hash'

/**
 * A page of the entries that the filter lets through, newest first. Without a filter the place in the list follows from
 * the number of the entry, so that the last page of a million is as near as the first.
 */
export function pageAudit(db: ReadDb, filter: AuditFilter, offset: number, limit: number): AuditPage {
  const { where, values } = conditionsOf(filter)
  if (where === '') return wholePage(db, offset, limit)
  const { total } = db
    .prepare<[Values], { total: number }>(`SELECT count(*) AS total FROM audit_entry ${where}`)
    .get(values)!
  const page = `SELECT seq FROM audit_entry ${where} ORDER BY at DESC, seq DESC LIMIT @limit OFFSET @offset`
  const rows = db
    .prepare(`SELECT ${columns} FROM audit_entry WHERE seq IN (${page}) ORDER BY at DESC, seq DESC`)
    .all({ ...values, limit, offset })
  return { total, entries: rows.map(toEntry) }
}

/** All of them, a thousand at a time, newest first; for exports. */
export function* auditPages(db: ReadDb, filter: AuditFilter): Generator<AuditEntry[]> {
  const { where, values } = conditionsOf(filter)
  const rest = `${where === '' ? 'WHERE' : `${where} AND`} seq < @before`
  const select = db.prepare(`SELECT ${columns} FROM audit_entry ${rest} ORDER BY seq DESC LIMIT 1000`)
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const entries = select.all({ ...values, before }).map(toEntry)
    if (entries.length === 0) return
    yield entries
    before = entries.at(-1)!.seq
  }
}

/** Oldest first, from the first entry on. */
export function* readAudit(db: ReadDb): Generator<AuditEntry> {
  const page = db.prepare<[number]>(`SELECT ${columns} FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT 1000`)
  for (let after = 0; ;) {
    const entries = page.all(after).map(toEntry)
    yield* entries
    if (entries.length === 0) return
    after = entries.at(-1)!.seq
  }
}

/** The operators and actions that stand in the chain; hops from one to the next in the index. */
export function auditFacets(db: ReadDb): { operators: string[]; actions: string[] } {
  return { operators: distinct(db, 'operator'), actions: distinct(db, 'action') }
}

function distinct(db: ReadDb, column: 'operator' | 'action'): string[] {
  const hops = `WITH RECURSIVE hop (value) AS (
      SELECT (SELECT ${column} FROM audit_entry ORDER BY ${column} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${column} FROM audit_entry WHERE ${column} > value ORDER BY ${column} LIMIT 1) FROM hop
        WHERE value IS NOT NULL
    ) SELECT value FROM hop WHERE value IS NOT NULL`
  return db.prepare(hops).pluck().all() as string[]
}

function wholePage(db: ReadDb, offset: number, limit: number): AuditPage {
  const total = readAuditHead(db)?.seq ?? 0
  const rows = db
    .prepare(`SELECT ${columns} FROM audit_entry WHERE seq > @from AND seq <= @to ORDER BY seq DESC`)
    .all({ from: total - offset - limit, to: total - offset })
  return { total, entries: rows.map(toEntry) }
}

type Values = Record<string, string>

/** Each filter is answered from its index; a part of a subject is looked up among the subjects that there are. */
function conditionsOf({ operator, action, subject, from, until }: AuditFilter): { where: string; values: Values } {
  const conditions: string[] = []
  const values: Values = {}
  const add = (name: string, value: string | undefined, condition: string): void => {
    if (value === undefined) return
    conditions.push(condition)
    values[name] = value
  }
  add('operator', operator, 'operator = @operator')
  add('action', action, 'action = @action')
  add(
    'subject',
    subject === undefined ? undefined : `%${subject.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
    String.raw`subject IN (SELECT subject FROM audit_subject WHERE subject LIKE @subject ESCAPE '\')`,
  )
  add('from', from, 'at >= @from')
  add('until', until, 'at < @until')
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values }
}

const stored = auditEntry.omit({ detail: true }).extend({ detail: z.string() })

function toEntry(row: unknown): AuditEntry {
  const { detail, ...entry } = stored.parse(row)
  return { ...entry, detail: z.record(z.string(), z.unknown()).parse(JSON.parse(detail)) }
}
