import type { AnalyticsFilter, ExtensionTotals } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { readCallTime, timePieces } from './timeRepository.ts'
import { conditionsFor } from './callRepository.ts'
import { isOfSomeone } from './conditions.ts'
import { inTurns } from './inTurns.ts'

const extensionsShown = 100

type Count = { extension: string; calls: number; seconds: number }
/** How the calls are gone through: by extension in the indexes, by time in the table, or at once. */
export type Pieces = 'extension' | 'time' | 'none'

/** The busiest extensions of the filtered calls. A call between two extensions counts for both. */
export async function countByExtension(
  db: ReadDb,
  zone: string,
  filter: AnalyticsFilter,
  signal?: AbortSignal,
): Promise<ExtensionTotals> {
  const { arms, time, values } = conditionsFor(db, { zone }, filter)
  const pieces = piecesFor(filter, time)
  const some = db.prepare<object, Count>(countByExtensionSql(arms, pieces))
  const counts = new Map<string, Count>()
  await inTurns(piecesOf(db, pieces), signal, (piece) => {
    for (const count of some.all({ ...values, ...piece })) add(counts, count)
  })
  const busiest = [...counts.values()]
    .toSorted((a, b) => b.calls - a.calls || (a.extension < b.extension ? -1 : 1))
    .slice(0, extensionsShown)
  const holders = holdersOf(db, busiest)
  return {
    total: counts.size,
    extensions: busiest.map(({ extension, calls, seconds }) => ({
      extension,
      calls,
      talkSeconds: seconds,
      holder: holders.get(extension) ?? null,
    })),
  }
}

/** The indexes on extensions hold extension, time and length; for all else the calls are read in their order. */
function piecesFor(filter: AnalyticsFilter, time: string): Pieces {
  const { direction, disposition } = filter
  if (!isOfSomeone(filter) && direction === undefined && disposition === undefined) return 'extension'
  return time === 'started_at' ? 'time' : 'none'
}

/** A plus keeps SQLite from the indexes on extensions where they do not hold all that is asked. */
export function countByExtensionSql(arms: readonly string[], pieces: Pieces): string {
  const plus = pieces === 'extension' ? '' : '+'
  const piece = (column: string): string =>
    ({
      extension: ` AND ${column} >= @pieceFrom AND ${column} < @pieceTo`,
      time: ' AND started_at >= @pieceFrom AND started_at < @pieceTo',
      none: '',
    })[pieces]
  const side = (one: 'caller' | 'callee', and: string): string[] =>
    arms.map(
      (arm) =>
        `SELECT ${one}_extension AS extension, count(*) AS calls, sum(talk_seconds) AS seconds FROM call_record
          WHERE ${plus}${one}_extension IS NOT NULL AND (${arm})${and}${piece(`${one}_extension`)} GROUP BY ${one}_extension`,
    )
  // A call of an extension with itself counts once.
  return [...side('caller', ''), ...side('callee', ' AND callee_extension IS NOT caller_extension')].join(' UNION ALL ')
}

function* piecesOf(db: ReadDb, pieces: Pieces): Iterable<Record<string, string>> {
  if (pieces === 'time') yield* timePieces(readCallTime(db))
  else if (pieces === 'none') yield {}
  // Extensions are digits; the colon comes after the nine.
  else
    for (let two = 0; two < 100; two += 1) yield { pieceFrom: digits(two), pieceTo: two === 99 ? ':' : digits(two + 1) }
}

function digits(two: number): string {
  return String(two).padStart(2, '0')
}

function add(counts: Map<string, Count>, { extension, calls, seconds }: Count): void {
  const before = counts.get(extension)
  counts.set(extension, {
    extension,
    calls: calls + (before?.calls ?? 0),
    seconds: seconds + (before?.seconds ?? 0),
  })
}

function holdersOf(db: ReadDb, extensions: readonly Count[]): Map<string, string> {
  const rows = db
    .prepare<[string], { extension: string; name: string }>(
      `SELECT extension_number AS extension, trim(user.first_name || ' ' || user.last_name) AS name
        FROM extension JOIN user ON user.id = extension.user_id
        WHERE extension_number IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(extensions.map(({ extension }) => extension)))
  return new Map(rows.map(({ extension, name }) => [extension, name]))
}
