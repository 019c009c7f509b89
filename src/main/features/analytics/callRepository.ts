import type { CallCursor } from '../../../shared/analytics/contract.ts'
import { callRow, type AnalyticsFilter, type CallRow } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { callConditions, type CallConditions } from './conditions.ts'

export type CallPage = { calls: CallRow[]; next: CallCursor | null }
export type CallQuery = { filter: AnalyticsFilter; after: CallCursor | null; limit: number }

type Row = Readonly<Record<string, string | number | null>> & { started_at: string; row: number }

/** One page of calls, newest first; each arm stops at its own limit, so no more than two pages are ever read. */
export function pageCalls(db: ReadDb, { filter, after, limit }: CallQuery): CallPage {
  const conditions = conditionsFor(db, filter)
  const rows = db
    .prepare<object, Row>(callPageSql(conditions, after !== null))
    .all({ ...conditions.values, ...(after !== null && { at: after.at, row: after.row }), limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    calls: rows.slice(0, limit).map(toCall),
    next: last === undefined ? null : { at: last.started_at, row: last.row },
  }
}

/** From here on an index on numbers reads more than it spares. */
const commonFrom = 5000

/** The conditions of a filter, made for how many calls have the number that it names. */
export function conditionsFor(db: ReadDb, filter: AnalyticsFilter): CallConditions {
  const { number } = filter
  if (number === undefined) return callConditions(filter)
  const { arms, values } = callConditions({ number, goneOnly: false })
  const some = arms.map((arm) => `SELECT * FROM (SELECT 1 FROM call_record WHERE ${arm} LIMIT ${commonFrom})`)
  const found = db.prepare<object, { n: number }>(`SELECT count(*) AS n FROM (${some.join(' UNION ALL ')})`).get(values)
  return callConditions(filter, (found?.n ?? 0) >= commonFrom)
}

export function callPageSql({ arms, time }: Pick<CallConditions, 'arms' | 'time'>, continued: boolean): string {
  const behind = continued ? ` AND (${time}, rowid) < (@at, @row)` : ''
  const selects = arms.map(
    (arm) =>
      `SELECT * FROM (SELECT rowid AS row, * FROM call_record WHERE ${arm}${behind} ORDER BY started_at DESC, rowid DESC LIMIT @limit)`,
  )
  return `
    SELECT call.*, caller.left_at IS NOT NULL AS caller_gone, callee.left_at IS NOT NULL AS callee_gone
    FROM (${selects.join(' UNION ALL ')} ORDER BY started_at DESC, row DESC LIMIT @limit) call
    LEFT JOIN user caller ON caller.id = call.caller_user_id
    LEFT JOIN user callee ON callee.id = call.callee_user_id
    ORDER BY call.started_at DESC, call.row DESC`
}

function toCall(row: Row): CallRow {
  const party = (side: 'caller' | 'callee') => ({
    userId: row[`${side}_user_id`],
    name: row[`${side}_name`],
    number: row[`${side}_number`],
    extension: row[`${side}_extension`],
    gone: row[`${side}_gone`] === 1,
  })
  return callRow.parse({
    id: row['id'],
    startedAt: row.started_at,
    direction: row['caller_user_id'] === null ? 'incoming' : row['callee_user_id'] === null ? 'outgoing' : 'internal',
    caller: party('caller'),
    callee: party('callee'),
    talkSeconds: row['talk_seconds'],
    disposition: row['disposition'],
  })
}
