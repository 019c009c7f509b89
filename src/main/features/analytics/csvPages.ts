import { plainAmount } from '../../../shared/company/currency.ts'
import type { AnalyticsFilter, BillFilter, BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { CsvContent } from '../../files/writeCsv.ts'
import type { BillCursor } from './billRepository.ts'
import type { CallCursor } from './callRepository.ts'
import type { Reader } from './questions.ts'

/** Few enough rows that main is free again in some milliseconds. */
const rowsAtOnce = 500

export function callsCsv(reader: Reader, filter: AnalyticsFilter): CsvContent {
  return {
    columns: [
      'started_at',
      'direction',
      'caller_name',
      'caller_number',
      'caller_extension',
      'callee_name',
      'callee_number',
      'callee_extension',
      'talk_seconds',
      'disposition',
    ],
    pages: pages<CallCursor>(async (after) => {
      const { calls, next } = await reader.calls({ filter, ...(after && { after }), limit: rowsAtOnce })
      return { rows: calls.map(callCells), next }
    }),
  }
}

export function billsCsv(reader: Reader, filter: BillFilter, currency: string): CsvContent {
  return {
    columns: ['month', 'person', 'item', 'amount', 'currency'],
    pages: pages<BillCursor>(async (after) => {
      const { bills, next } = await reader.bills({ filter, ...(after && { after }), limit: rowsAtOnce })
      return { rows: bills.map((bill) => billCells(bill, currency)), next }
    }),
  }
}

type Page<C> = { rows: string[][]; next: C | null }

async function* pages<C>(read: (after: C | null) => Promise<Page<C>>): AsyncGenerator<string[][]> {
  for (let after: C | null = null; ;) {
    const { rows, next }: Page<C> = await read(after)
    yield rows
    if (next === null) return
    after = next
  }
}

function callCells({ startedAt, direction, caller, callee, talkSeconds, disposition }: CallRow): string[] {
  const party = ({ name, number, extension }: CallRow['caller']): string[] => [name, number, extension ?? '']
  return [startedAt, direction, ...party(caller), ...party(callee), String(talkSeconds), disposition]
}

function billCells({ month, name, item, cents }: BillRow, currency: string): string[] {
  return [month, name, item, plainAmount(cents, currency), currency]
}
