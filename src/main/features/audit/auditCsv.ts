import { stringify } from 'csv-stringify/sync'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { actionLabel, auditSentence } from '../../../shared/audit/actions.ts'
import type { AuditEntry } from '../../../shared/audit/model.ts'
import { harmlessCell } from '../../files/csvText.ts'

const header = ['Entry', 'Time (UTC)', 'Operator', 'Action', 'About', 'What was done', 'Detail', 'Hash']

/** Entries as CSV text, a page at a time, so that main stays free between them. What begins a formula is escaped. */
export async function* auditCsv(pages: Iterable<readonly AuditEntry[]>): AsyncGenerator<string> {
  yield `\ufeff${toCsv([header])}`
  for (const entries of pages) {
    yield toCsv(entries.map(toCells))
    await nextTurn()
  }
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(harmlessCell)),
    { record_delimiter: 'windows' },
  )
}

function toCells(entry: AuditEntry): string[] {
  const { seq, at, operator, action, subject, detail, hash } = entry
  return [String(seq), at, operator, actionLabel(action), subject, auditSentence(entry), JSON.stringify(detail), hash]
}
