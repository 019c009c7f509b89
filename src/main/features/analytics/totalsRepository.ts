import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AnalyticsFilter, ExtensionTotals } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { conditionsFor } from './callRepository.ts'
import { isOfSomeone } from './conditions.ts'
import type { Cell } from './totals.ts'

const extensionsShown = 100
/** About 50 ms of reading: another question gets its turn in between. */
const callsAtOnce = 25_000

const cells = `
  substr(started_at, 1, 10) AS day, disposition, count(*) AS calls, sum(talk_seconds) AS seconds,
  CASE WHEN caller_user_id IS NULL THEN 'incoming' WHEN callee_user_id IS NULL THEN 'outgoing' ELSE 'internal' END AS direction`

/** The days of the calls that a filter by person, extension or number leaves. */
export function countByDay(db: ReadDb, filter: AnalyticsFilter): Cell[] {
  const { arms, values } = conditionsFor(db, filter)
  return db.prepare<object, Cell>(countByDaySql(arms)).all(values)
}

export function countByDaySql(arms: readonly string[]): string {
  const calls = arms.map((arm) => `SELECT * FROM call_record WHERE ${arm}`).join(' UNION ALL ')
  return `SELECT ${cells} FROM (${calls}) GROUP BY day, direction, disposition`
}

/**
 * Counts all calls by day, and from then on only the calls that were added: a million calls are a second of reading,
 * once. Calls are added and never changed; when there are fewer than before, it starts anew.
 */
export function createDayCounts(db: ReadDb): () => Promise<Cell[]> {
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
      `SELECT ${cells} FROM call_record WHERE rowid > ? AND rowid <= ? GROUP BY day, direction, disposition`,
    )
    while (counted < newest) {
      const end = Math.min(counted + callsAtOnce, newest)
      for (const cell of some.all(counted, end)) add(known, cell)
      counted = end
      await nextTurn()
    }
    return [...known.values()]
  }
  return () => (current ??= countOn().finally(() => (current = null)))
}

function add(known: Map<string, Cell>, cell: Cell): void {
  const key = `${cell.day} ${cell.direction} ${cell.disposition}`
  const before = known.get(key)
  known.set(
    key,
    before === undefined ? cell : { ...cell, calls: cell.calls + before.calls, seconds: cell.seconds + before.seconds },
  )
}

type ExtensionRow = ExtensionTotals['extensions'][number] & { total: number }

/** The busiest extensions of the filtered calls. */
export function countByExtension(db: ReadDb, filter: AnalyticsFilter): ExtensionTotals {
  const { arms, values } = conditionsFor(db, filter)
  const rows = db
    .prepare<object, ExtensionRow>(countByExtensionSql(arms, isOfSomeone(filter)))
    .all({ ...values, limit: extensionsShown })
  return { total: rows[0]?.total ?? 0, extensions: rows.map(({ total: _total, ...row }) => row) }
}

/** The indexes on extensions hold all that it needs; few calls of someone are found sooner by what is asked of them. */
export function countByExtensionSql(arms: readonly string[], ofSomeone: boolean): string {
  const plus = ofSomeone ? '+' : ''
  const side = (one: 'caller' | 'callee', and: string): string[] =>
    arms.map(
      (arm) =>
        `SELECT ${one}_extension AS extension, count(*) AS calls, sum(talk_seconds) AS seconds
          FROM call_record WHERE ${plus}${one}_extension IS NOT NULL AND (${arm})${and} GROUP BY ${one}_extension`,
    )
  // A call of an extension with itself counts once.
  const both = [...side('caller', ''), ...side('callee', ' AND callee_extension IS NOT caller_extension')]
  return `
    SELECT busiest.extension, calls, seconds AS talkSeconds, total, trim(user.first_name || ' ' || user.last_name) AS holder
    FROM (
      SELECT extension, sum(calls) AS calls, sum(seconds) AS seconds, count(*) OVER () AS total
      FROM (${both.join(' UNION ALL ')}) GROUP BY extension ORDER BY calls DESC, extension LIMIT @limit
    ) busiest
    LEFT JOIN extension ON extension.extension_number = busiest.extension
    LEFT JOIN user ON user.id = extension.user_id
    ORDER BY calls DESC, busiest.extension`
}
