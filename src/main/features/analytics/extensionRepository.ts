import type { AnalyticsFilter, ExtensionTotals } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { conditionsFor } from './callRepository.ts'
import { isOfSomeone, type Through } from './conditions.ts'
import { inTurns } from './inTurns.ts'
import { pieceSql, piecesOf } from './pieceRepository.ts'

const extensionsShown = 100

type Count = { extension: string; calls: number; seconds: number }
/** The indexes on extensions hold extension, time and length: where no more is asked, the calls are not looked at. */
type Counted = Through | 'extensions'

/** The busiest extensions of the filtered calls. A call between two extensions counts for both. */
export async function countByExtension(
  db: ReadDb,
  zone: string,
  filter: AnalyticsFilter,
  signal?: AbortSignal,
): Promise<ExtensionTotals> {
  const { arms, through, values } = conditionsFor(db, { zone }, filter)
  const counted = ofExtensionsAlone(filter) ? 'extensions' : through
  const some = db.prepare<object, Count>(countByExtensionSql(arms, counted))
  const counts = new Map<string, Count>()
  await inTurns(counted === 'extensions' ? extensionPieces() : piecesOf(db, counted), signal, (piece) => {
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

function ofExtensionsAlone(filter: AnalyticsFilter): boolean {
  return !isOfSomeone(filter) && filter.direction === undefined && filter.disposition === undefined
}

/** A plus keeps SQLite from the indexes on extensions where they do not hold all that is asked. */
export function countByExtensionSql(arms: readonly string[], counted: Counted): string {
  const side = (one: 'caller' | 'callee', and: string): string[] => {
    const extension = `${one}_extension`
    const [plus, piece] =
      counted === 'extensions'
        ? ['', ` AND ${extension} >= @pieceFrom AND ${extension} < @pieceTo`]
        : ['+', pieceSql(counted)]
    return arms.map(
      (arm) =>
        `SELECT ${extension} AS extension, count(*) AS calls, sum(talk_seconds) AS seconds FROM call_record
          WHERE ${plus}${extension} IS NOT NULL AND (${arm})${and}${piece} GROUP BY ${extension}`,
    )
  }
  // A call of an extension with itself counts once.
  return [...side('caller', ''), ...side('callee', ' AND callee_extension IS NOT caller_extension')].join(' UNION ALL ')
}

/** Extensions are digits; the colon comes after the nine. */
function* extensionPieces(): Generator<{ pieceFrom: string; pieceTo: string }> {
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
