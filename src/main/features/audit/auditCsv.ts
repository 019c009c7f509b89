import { setImmediate as nextTurn } from 'node:timers/promises'
import { actionLabel, auditSentence } from '../../../shared/audit/actions.ts'
import type { AuditEntry } from '../../../shared/audit/model.ts'
import { csvHead, csvRows } from '../../files/csvText.ts'

const header = ['Entry', 'Time (UTC)', 'Operator', 'Action', 'About', 'What was done', 'Detail', 'Hash']

/** Entries as CSV text, a page at a time, so that main stays free between them. */
export async function* auditCsv(pages: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string> {
  yield csvHead(header)
  for await (const entries of pages) {
    yield csvRows(entries.map(toCells))
    await nextTurn()
  }
}

function toCells(entry: AuditEntry): string[] {
  const { seq, at, operator, action, subject, detail, hash } = entry
  return [
    String(seq),
    at,
    operator,
    actionLabel(action, detail),
    subject,
    auditSentence(entry),
    JSON.stringify(detail),
    hash,
  ]
}
