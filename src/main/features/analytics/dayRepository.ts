import type { AnalyticsFilter } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { localDaySql, readCallTime, timePieces } from './timeRepository.ts'
import { conditionsFor } from './callRepository.ts'
import { inTurns } from './inTurns.ts'
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
  const { arms, time, values } = conditionsFor(db, { zone }, filter)
  const known = new Map<string, Cell>()
  const all = readCallTime(db)
  // What an index on numbers finds has no order in time and is little.
  const pieces = time === 'started_at' ? timePieces(all) : [null]
  const some = db.prepare<object, Cell>(countByDaySql(arms, localDaySql(zone, all), time === 'started_at'))
  await inTurns(pieces, signal, (piece) => {
    for (const cell of some.all({ ...values, ...piece })) addCell(known, cell)
  })
  return [...known.values()]
}

export function countByDaySql(arms: readonly string[], day: string, pieces: boolean): string {
  const piece = pieces ? ' AND started_at >= @pieceFrom AND started_at < @pieceTo' : ''
  const calls = arms.map((arm) => `SELECT * FROM call_record WHERE ${arm}${piece}`).join(' UNION ALL ')
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
    const newest = db.prepare<[], { row: number | null }>('SELECT max(rowid) AS row FROM call_record').get()?.row ?? 0
    if (newest < counted) {
      known.clear()
      counted = 0
    }
    const some = db.prepare<[number, number], Cell>(
      `SELECT ${cellsSql(localDaySql(zone, readCallTime(db)))}
        FROM call_record WHERE rowid > ? AND rowid <= ? GROUP BY day, direction, disposition`,
    )
    await inTurns(rowsBetween(counted, newest), undefined, ({ after, last }) => {
      for (const cell of some.all(after, last)) addCell(known, cell)
      counted = last
    })
    return [...known.values()]
  }
  return () => (current ??= countOn().finally(() => (current = null)))
}

function* rowsBetween(counted: number, newest: number): Generator<{ after: number; last: number }> {
  for (let after = counted; after < newest; after += callsAtOnce)
    yield { after, last: Math.min(after + callsAtOnce, newest) }
}
