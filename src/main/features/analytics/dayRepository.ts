import type { AnalyticsFilter } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { conditionsFor } from './callRepository.ts'
import type { Through } from './conditions.ts'
import { inTurns } from './inTurns.ts'
import { newestRow, pieceSql, piecesOf, rowPieces } from './pieceRepository.ts'
import { localDaySql, readCallTime } from './timeRepository.ts'
import { addCell, type Cell } from './totals.ts'

const callsAtOnce = 25_000

const cellsSql = (day: string): string => `
  ${day} AS day, disposition, count(*) AS calls, sum(talk_seconds) AS seconds,
  CASE WHEN caller_user_id IS NULL THEN 'incoming' WHEN callee_user_id IS NULL THEN 'outgoing' ELSE 'internal' END AS direction`

/** The days of the calls that a filter by person, extension, number or site leaves. */
export async function countByDay(
  db: ReadDb,
  zone: string,
  filter: AnalyticsFilter,
  signal?: AbortSignal,
): Promise<Cell[]> {
  const { arms, through, values } = conditionsFor(db, { zone }, filter)
  const known = new Map<string, Cell>()
  const some = db.prepare<object, Cell>(countByDaySql(arms, localDaySql(zone, readCallTime(db)), through))
  await inTurns(piecesOf(db, through), signal, (piece) => {
    for (const cell of some.all({ ...values, ...piece })) addCell(known, cell)
  })
  return [...known.values()]
}

export function countByDaySql(arms: readonly string[], day: string, through: Through): string {
  const calls = arms.map((arm) => `SELECT * FROM call_record WHERE ${arm}${pieceSql(through)}`).join(' UNION ALL ')
  return `SELECT ${cellsSql(day)} FROM (${calls}) GROUP BY day, direction, disposition`
}

/**
 * Counts all calls by day, and from then on only the calls that were added: a million calls are a second of reading,
 * once. Calls are added and never changed; when there are fewer than before, it starts anew. Who asks meanwhile waits
 * for the same count, which is never stopped.
 */
export function createDayCounts(db: ReadDb, zone: string): () => Promise<Cell[]> {
  const known = new Map<string, Cell>()
  let counted = 0
  let current: Promise<Cell[]> | null = null

  const countOn = async (): Promise<Cell[]> => {
    const newest = newestRow(db)
    if (newest < counted) {
      known.clear()
      counted = 0
    }
    const some = db.prepare<[number, number], Cell>(
      `SELECT ${cellsSql(localDaySql(zone, readCallTime(db)))}
        FROM call_record WHERE rowid > ? AND rowid <= ? GROUP BY day, direction, disposition`,
    )
    await inTurns(rowPieces(counted, newest, callsAtOnce), undefined, ({ after, last }) => {
      for (const cell of some.all(after, last)) addCell(known, cell)
      counted = last
    })
    return [...known.values()]
  }
  return () => (current ??= countOn().finally(() => (current = null)))
}
