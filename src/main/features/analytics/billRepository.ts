import { billRow, type BillFilter, type BillRow, type BillTotals } from '../../../shared/analytics/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { billConditions } from './conditions.ts'
import { inTurns } from './inTurns.ts'

export type BillCursor = { afterMonth: string; row: number }
export type BillPage = { bills: BillRow[]; next: BillCursor | null }
export type BillQuery = { filter: BillFilter; after?: BillCursor; skip?: number; limit: number }

type Row = Readonly<Record<string, unknown>> & { month: string; row: number }

/** One page of billing records, the newest month first. */
export function pageBills(db: ReadDb, { filter, after, skip = 0, limit }: BillQuery): BillPage {
  const { where, values } = billConditions(filter)
  const rows = db
    .prepare<object, Row>(billPageSql(where, after !== undefined))
    .all({ ...values, ...after, skip, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    bills: rows.slice(0, limit).map((row) => billRow.parse({ ...row, gone: row['gone'] === 1 })),
    next: last === undefined ? null : { afterMonth: last.month, row: last.row },
  }
}

export function billPageSql(where: string, continued: boolean): string {
  const behind = continued ? ' AND (month, rowid) < (@afterMonth, @row)' : ''
  return `
    SELECT bill.*, user.left_at IS NOT NULL AS gone
    FROM (
      SELECT rowid AS row, id, month, user_id AS userId, person_name AS name, item, cents FROM billing_record
      WHERE ${where}${behind} ORDER BY month DESC, rowid DESC LIMIT @limit OFFSET @skip
    ) bill JOIN user ON user.id = bill.userId
    ORDER BY bill.month DESC, bill.row DESC`
}

type Group = { month: string; item: string; records: number; cents: number }

/** What was billed, by month and by item. */
export async function billTotals(db: ReadDb, filter: BillFilter, signal?: AbortSignal): Promise<BillTotals> {
  const { where, values } = billConditions(filter)
  const some = db.prepare<object, Group>(
    `SELECT month, item, count(*) AS records, sum(cents) AS cents FROM billing_record
      WHERE ${where} AND month = @pieceMonth GROUP BY item`,
  )
  const groups: Group[] = []
  await inTurns(billedMonths(db), signal, (pieceMonth) => groups.push(...some.all({ ...values, pieceMonth })))
  const months = grouped(groups, ({ month }) => month)
  const items = grouped(groups, ({ item }) => item)
  return {
    records: groups.reduce((sum, one) => sum + one.records, 0),
    cents: groups.reduce((sum, one) => sum + one.cents, 0),
    months: months.map(([month, sums]) => ({ month, ...sums })).toSorted((a, b) => (a.month < b.month ? 1 : -1)),
    items: items.map(([item, sums]) => ({ item, ...sums })).toSorted((a, b) => b.cents - a.cents),
  }
}

/** Every month that has a bill; from one to the next by the index. */
function billedMonths(db: ReadDb): string[] {
  return db
    .prepare<[], string>(
      `WITH RECURSIVE billed (month) AS (
        SELECT min(month) FROM billing_record
        UNION ALL SELECT (SELECT min(month) FROM billing_record WHERE month > billed.month) FROM billed WHERE month IS NOT NULL
      ) SELECT month FROM billed WHERE month IS NOT NULL`,
    )
    .pluck()
    .all()
}

type Sums = { records: number; cents: number }

function grouped<T extends Sums>(groups: readonly T[], keyOf: (group: T) => string): [key: string, sums: Sums][] {
  const sums = new Map<string, Sums>()
  for (const group of groups) {
    const before = sums.get(keyOf(group)) ?? { records: 0, cents: 0 }
    sums.set(keyOf(group), { records: before.records + group.records, cents: before.cents + group.cents })
  }
  return [...sums]
}
