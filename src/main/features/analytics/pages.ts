import type { AnalyticsFilter, BillFilter, BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { BillCursor } from './billRepository.ts'
import type { CallCursor } from './callRepository.ts'
import type { Reader } from './questions.ts'

/** Every call that a filter leaves, newest first, some at a time: no row twice, whatever is added meanwhile. */
export function callPages(reader: Reader, filter: AnalyticsFilter, atOnce: number): AsyncGenerator<CallRow[]> {
  return follow<CallRow, CallCursor>(async (after) => {
    const { calls, next } = await reader.calls({ filter, ...(after && { after }), limit: atOnce })
    return { rows: calls, next }
  })
}

/** Every billing record that a filter leaves, the newest month first, some at a time. */
export function billPages(reader: Reader, filter: BillFilter, atOnce: number): AsyncGenerator<BillRow[]> {
  return follow<BillRow, BillCursor>(async (after) => {
    const { bills, next } = await reader.bills({ filter, ...(after && { after }), limit: atOnce })
    return { rows: bills, next }
  })
}

type Page<Row, Cursor> = { rows: Row[]; next: Cursor | null }

async function* follow<Row, Cursor>(read: (after: Cursor | null) => Promise<Page<Row, Cursor>>): AsyncGenerator<Row[]> {
  for (let after: Cursor | null = null; ;) {
    const { rows, next }: Page<Row, Cursor> = await read(after)
    yield rows
    if (next === null) return
    after = next
  }
}
