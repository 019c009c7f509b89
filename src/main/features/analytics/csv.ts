import type { AnalyticsFilter, BillFilter, BillRow, CallRow } from '../../../shared/analytics/model.ts'
import { plainAmount } from '../../../shared/company/currency.ts'
import type { CsvContent } from '../../files/writeCsv.ts'
import { billPages, callPages } from './pages.ts'
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
    pages: cellsOf(callPages(reader, filter, rowsAtOnce), callCells),
  }
}

export function billsCsv(reader: Reader, filter: BillFilter, currency: string): CsvContent {
  return {
    columns: ['month', 'person', 'item', 'amount', 'currency'],
    pages: cellsOf(billPages(reader, filter, rowsAtOnce), ({ month, name, item, cents }: BillRow) => [
      month,
      name,
      item,
      plainAmount(cents, currency),
      currency,
    ]),
  }
}

async function* cellsOf<Row>(
  pages: AsyncIterable<readonly Row[]>,
  cells: (row: Row) => string[],
): AsyncGenerator<string[][]> {
  for await (const rows of pages) yield rows.map(cells)
}

function callCells({ startedAt, direction, caller, callee, talkSeconds, disposition }: CallRow): string[] {
  const party = ({ name, number, extension }: CallRow['caller']): string[] => [name, number, extension ?? '']
  return [startedAt, direction, ...party(caller), ...party(callee), String(talkSeconds), disposition]
}
