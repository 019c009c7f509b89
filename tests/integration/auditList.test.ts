import { expect, it } from 'vitest'
import { auditPartSql, auditParts } from '../../src/main/audit/listRepository.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb, type WriteDb } from '../../src/main/db/sql.ts'
import { auditPages, pageAudit } from '../../src/main/features/audit/auditPages.ts'
import type { AuditFilter } from '../../src/shared/audit/model.ts'
import { testFolder } from '../support/folder.ts'
import { queryPlan } from '../support/queryPlan.ts'

/** More than two parts, of which many were written at the same instant, and some before what was written earlier. */
const written = 21_000
const month = { from: '2025-01-02T00:00:00.000Z', until: '2025-01-03T00:00:00.000Z' }
const filters: readonly AuditFilter[] = [
  {},
  { operator: 'Ines Okafor' },
  { action: 'run.done' },
  { text: 'USER1%_' },
  { operator: 'Ines Okafor', action: 'run.done' },
  { operator: 'Ines Okafor', text: '1%' },
  { action: 'run.done', text: 'user', ...month },
  month,
  { operator: 'nobody' },
]

async function withEntries(): Promise<WriteDb> {
  const database = await openDatabase({ folder: testFolder(), now: () => '2026-11-23T10:00:00.000Z' })
  database
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        INSERT INTO audit_entry (seq, content, hash)
        SELECT i, json_object('action', iif(i % 5, 'run.start', 'run.done'),
          'at', strftime('%Y-%m-%dT%H:%M:%fZ', '2025-01-01', '+' || (i * 7919 % 5000) || ' minutes'), 'detail', json('{}'),
          'operator', iif(i % 3, 'Paul Lindgren', 'Ines Okafor'), 'previousHash', '', 'seq', i,
          'subject', 'user' || (i % 40) || '%_'), '' FROM n`,
    )
    .run(written)
  return asWriteDb(database)
}

/** What the filter lets through, told by going through everything. */
function wantedOf(db: WriteDb, { operator, action, text, from = '', until = '~' }: AuditFilter): number[] {
  return db
    .prepare<[], { seq: number; at: string; operator: string; action: string; subject: string }>(
      'SELECT seq, at, operator, action, subject FROM audit_entry ORDER BY at DESC, seq DESC',
    )
    .all()
    .filter((one) => [one.operator, undefined].includes(operator) && [one.action, undefined].includes(action))
    .filter((one) => one.subject.toLowerCase().includes((text ?? '').toLowerCase()))
    .flatMap(({ seq, at }) => (at >= from && at < until ? [seq] : []))
}

// Would catch: an export or a page that loses, repeats or misplaces an entry where the parts in which it is found meet.
it('pages and exports have what the filter lets through, newest first, found in parts', async () => {
  const db = await withEntries()
  for (const filter of filters) {
    const wanted = wantedOf(db, filter)
    const exported: number[] = []
    for await (const page of auditPages(db, filter)) exported.push(...page.map(({ seq }) => seq))
    expect([filter, exported]).toEqual([filter, wanted])
    if (Object.keys(filter).length === 0) continue
    const { total, entries } = await pageAudit(db, filter, 100, 50)
    expect([filter, total, entries.map(({ seq }) => seq)]).toEqual([filter, wanted.length, wanted.slice(100, 150)])
  }
  // Would catch: main standing still for as long as an audit of years is gone through.
  const sizes = [...auditParts(db, {})].map(({ length }) => length)
  expect(sizes.length).toBeGreaterThan(2)
  expect(Math.max(...sizes)).toBeLessThan(10_100)
})

// Would catch: words that stand in the list and find nothing, or find what only an id or a hash has.
it('finds what a row says, whatever of it was written down', async () => {
  const db = await withEntries()
  const rows = [
    { action: 'archive.hold', subject: 'dana.whitfield', detail: { reason: 'Case 2026/14 "Müller"' } },
    {
      action: 'run.number',
      subject: 'extension 1042',
      detail: { action: { choice: { kind: 'reassign' } }, outcome: 'Rings at Nina Petrova +12125550192' },
    },
    { action: 'operator.signOut', subject: 'paul', detail: { runId: 'nina-0192' } },
  ]
  const insert = db.prepare('INSERT INTO audit_entry (seq, content, hash) VALUES (?, ?, ?)')
  const last = { at: '2026-01-01T00:00:00.000Z', operator: 'Paul Lindgren', previousHash: 'nina0192' }
  rows.forEach((row, nth) => insert.run(written + 1 + nth, JSON.stringify({ ...row, ...last }), ''))
  const found = async (text: string) => {
    const { entries } = await pageAudit(db, { text, from: last.at }, 0, 10)
    return entries.map(({ subject }) => subject)
  }
  expect(await found('case 2026')).toEqual(['dana.whitfield'])
  expect(await found('legal HOLD "müller"')).toEqual(['dana.whitfield'])
  expect(await found('nina')).toEqual(['extension 1042'])
  expect(await found('0192 Petrova')).toEqual(['extension 1042'])
  expect(await found('number reassigned')).toEqual(['extension 1042'])
  expect(await found('whitfield nina')).toEqual([])
})

it('answers entries that were all written at the same instant', async () => {
  const db = await withEntries()
  db.prepare("UPDATE audit_entry SET content = json_set(content, '$.at', '2025-01-01T00:00:00.000Z')").run()
  expect([...auditParts(db, { action: 'run.done' })].flat()).toHaveLength(written / 5)
})

it.each(filters)('goes through an index for %j', async (filter) => {
  const db = await withEntries()
  const { sql, values } = auditPartSql(filter)
  const asked = Object.keys(values)
  const index = asked.length === 1 && filter.text === undefined ? `by_${asked[0]}` : 'in_order'
  const plan = queryPlan(db, sql, [{ ...values, from: '', before: '~' }])
  expect(plan).toContain(`SEARCH audit_entry USING INDEX audit_entry_${index} (`)
})
