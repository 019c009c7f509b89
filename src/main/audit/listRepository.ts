import { z } from 'zod'
import { auditEntry, type AuditEntry, type AuditFilter } from '../../shared/audit/model.ts'
import { actionsSaying, saysAll, searchedWords } from '../../shared/audit/search.ts'
import type { ReadDb } from '../db/sql.ts'
import { readAuditHead } from './repository.ts'

export type AuditPage = { total: number; entries: AuditEntry[] }

const columns = 'seq, at, operator, action, subject, detail, previous_hash AS previousHash, hash'

/** Gone through in some milliseconds; fewer where the entries themselves are read. */
const partEntries = 10_000
const readEntriesAtOnce = 1000
/** Sorts after every instant. */
const afterAll = '~'

const partStartSql =
  'SELECT at FROM audit_entry WHERE at < @before AND at >= @from ORDER BY at DESC LIMIT 1 OFFSET @more'

/** Where all that the filter lets through stands, newest first, part by part of the time. */
export function* auditParts(db: ReadDb, filter: AuditFilter): Generator<number[]> {
  const words = searchedWords(filter.text ?? '')
  const more = (words.length === 0 ? partEntries : readEntriesAtOnce) - 1
  const { sql, values } = auditPartSql(filter)
  const start = db.prepare<[object], string>(partStartSql).pluck()
  const part = db.prepare<[object], Candidate>(sql)
  const { from = '', until = afterAll } = filter
  for (let before: string | undefined = until; before !== undefined;) {
    const startsAt: string | undefined = start.get({ from, before, more })
    const found = part.all({ ...values, from: startsAt ?? from, before })
    yield found.filter((entry) => words.length === 0 || saysAll(toldBy(entry), words)).map(({ seq }) => seq)
    before = startsAt
  }
}

type Candidate = { seq: number; content: string }

function toldBy({ content }: Candidate): Pick<AuditEntry, 'action' | 'subject' | 'detail'> {
  // What the columns are read out of; a schema would take longer than all the rest, a million times.
  return JSON.parse(content) as AuditEntry
}

/**
 * The question for a part: one filter alone is answered from its own index, several from the one that knows them all. Text
 * is looked for in the whole of each entry, and what is found there has to say it: an id or a hash says nothing.
 */
export function auditPartSql({ operator, action, text = '' }: AuditFilter): { sql: string; values: Values } {
  const asked = Object.entries({ operator, action }).filter(([, value]) => value !== undefined)
  const words = searchedWords(text)
  // With the plus SQLite does not take the index of one filter and read every entry for the other.
  const plus = asked.length + words.length > 1 ? '+' : ''
  const conditions = [
    ...asked.map(([name]) => `${plus}${name} = @${name}`),
    ...words.map(
      (_, nth) =>
        String.raw`(content LIKE @word${nth} ESCAPE '\' OR +action IN (SELECT value FROM json_each(@saying${nth})))`,
    ),
  ]
  const where = ['at >= @from', 'at < @before', ...conditions].join(' AND ')
  const told = words.length === 0 ? '' : ', content'
  return {
    sql: `SELECT seq${told} FROM audit_entry WHERE ${where} ORDER BY at DESC, seq DESC`,
    values: {
      ...(operator === undefined ? {} : { operator }),
      ...(action === undefined ? {} : { action }),
      ...Object.fromEntries(
        words.flatMap((word, nth) => [
          [`word${nth}`, likeWritten(word)],
          [`saying${nth}`, JSON.stringify(actionsSaying(word))],
        ]),
      ),
    },
  }
}

/** A word as the JSON of an entry has it, anywhere in it. */
function likeWritten(word: string): string {
  const written = JSON.stringify(word).slice(1, -1)
  return `%${written.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

/** The entries with some numbers, newest first. */
export function readEntries(db: ReadDb, seqs: readonly number[]): AuditEntry[] {
  return db
    .prepare(
      `SELECT ${columns} FROM audit_entry WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY at DESC, seq DESC`,
    )
    .all(JSON.stringify(seqs))
    .map(toEntry)
}

/** A page of the whole chain, newest first. */
export function newestEntries(db: ReadDb, offset: number, limit: number): AuditPage {
  const total = readAuditHead(db)?.seq ?? 0
  const rows = db
    .prepare(`SELECT ${columns} FROM audit_entry WHERE seq > @from AND seq <= @to ORDER BY seq DESC`)
    .all({ from: total - offset - limit, to: total - offset })
  return { total, entries: rows.map(toEntry) }
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

type Values = Record<string, string>

const stored = auditEntry.omit({ detail: true }).extend({ detail: z.string() })

function toEntry(row: unknown): AuditEntry {
  const { detail, ...entry } = stored.parse(row)
  return { ...entry, detail: z.record(z.string(), z.unknown()).parse(JSON.parse(detail)) }
}
