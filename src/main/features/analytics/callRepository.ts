import { callRow, type AnalyticsFilter, type CallRow } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { callConditions, type CallConditions } from './conditions.ts'

/** Where the next page begins: behind this row. */
export type CallCursor = { at: string; row: number }
export type CallPage = { calls: CallRow[]; next: CallCursor | null }
export type CallQuery = { filter: AnalyticsFilter; after?: CallCursor; skip?: number; limit: number }

type Row = Readonly<Record<string, string | number | null>> & { started_at: string; row: number }

/** One page of calls, newest first; each arm stops at its own limit, so little more than two pages is ever read. */
export function pageCalls(db: ReadDb, zone: string, { filter, after, skip = 0, limit }: CallQuery): CallPage {
  const conditions = conditionsFor(db, { zone, few: true }, filter)
  const rows = db
    .prepare<object, Row>(callPageSql(conditions, after !== undefined))
    .all({ ...conditions.values, ...after, skip, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    calls: rows.slice(0, limit).map(toCall),
    next: last === undefined ? null : { at: last.started_at, row: last.row },
  }
}

/** From here on an index on numbers reads more than it spares. */
const commonFrom = 5000
/** A site with one of so many people has a call on every screen of calls. */
const broadShare = 500

/** The conditions of a filter, made for how many calls its number or its site has. */
export function conditionsFor(
  db: ReadDb,
  surroundings: { zone: string; few?: boolean },
  filter: AnalyticsFilter,
): CallConditions {
  const { who, site, goneOnly } = filter
  if (who?.kind === 'number')
    return callConditions(filter, {
      ...surroundings,
      common: isCommon(db, surroundings.zone, { who, goneOnly: false }),
    })
  const bySite = who === undefined && !goneOnly && site !== undefined
  return callConditions(filter, { ...surroundings, common: bySite && isBroad(db, site) })
}

function isCommon(db: ReadDb, zone: string, filter: AnalyticsFilter): boolean {
  const { arms, values } = callConditions(filter, { zone })
  const some = arms.map((arm) => `SELECT * FROM (SELECT 1 FROM call_record WHERE ${arm} LIMIT ${commonFrom})`)
  const found = db.prepare<object, { n: number }>(`SELECT count(*) AS n FROM (${some.join(' UNION ALL ')})`).get(values)
  return (found?.n ?? 0) >= commonFrom
}

function isBroad(db: ReadDb, site: string): boolean {
  const found = db
    .prepare<[string], { here: number; everywhere: number }>(
      'SELECT (SELECT count(*) FROM user WHERE site_id = ?) AS here, (SELECT count(*) FROM user) AS everywhere',
    )
    .get(site)
  return found !== undefined && found.here * broadShare >= found.everywhere
}

export function callPageSql({ arms, time }: Pick<CallConditions, 'arms' | 'time'>, continued: boolean): string {
  const behind = continued ? ` AND (${time}, rowid) < (@at, @row)` : ''
  const selects = arms.map(
    (arm) =>
      `SELECT * FROM (SELECT rowid AS row, started_at FROM call_record WHERE ${arm}${behind}
        ORDER BY started_at DESC, rowid DESC LIMIT @skip + @limit)`,
  )
  return `
    SELECT found.row, call.*, caller.left_at IS NOT NULL AS caller_gone, callee.left_at IS NOT NULL AS callee_gone
    FROM (${selects.join(' UNION ALL ')} ORDER BY started_at DESC, row DESC LIMIT @limit OFFSET @skip) found
    CROSS JOIN call_record call ON call.rowid = found.row
    LEFT JOIN user caller ON caller.id = call.caller_user_id
    LEFT JOIN user callee ON callee.id = call.callee_user_id
    ORDER BY found.started_at DESC, found.row DESC`
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
