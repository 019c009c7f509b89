import type { BillTotals, CallTotals } from '../../../../shared/analytics/model.ts'
import { Card } from '../../components/Card/Card.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { useCurrency } from '../../data/company.ts'
import { formatMonth } from '../../format/dates.ts'
import { formatTotalDuration } from '../../format/durations.ts'
import { formatMoney } from '../../format/money.ts'
import { formatCount } from '../../format/numbers.ts'
import classes from './Analytics.module.css'

type Month = {
  month: string
  calls: CallTotals['months'][number] | undefined
  cents: number | undefined
}

/** Every month with its calls and what was billed for it, the newest first. */
export function MonthTable({ calls, bills }: { calls: CallTotals['months']; bills: BillTotals['months'] }) {
  const currency = useCurrency()
  const counted = new Map(calls.map((one) => [one.month, one]))
  const billed = new Map(bills.map(({ month, cents }) => [month, cents]))
  const months = [...new Set([...counted.keys(), ...billed.keys()])].toSorted().toReversed()
  const columns: readonly DataColumn<Month>[] = [
    { key: 'month', head: 'Month', cell: ({ month }) => formatMonth(month) },
    { key: 'calls', head: 'Calls', numeric: true, cell: (one) => formatCount(one.calls?.calls ?? 0) },
    { key: 'answered', head: 'Answered', numeric: true, cell: (one) => formatCount(one.calls?.answered ?? 0) },
    { key: 'voicemails', head: 'Voicemails', numeric: true, cell: (one) => formatCount(one.calls?.voicemails ?? 0) },
    {
      key: 'talk',
      head: 'Talk time',
      numeric: true,
      cell: (one) => formatTotalDuration(one.calls?.talkSeconds ?? 0),
    },
    {
      key: 'cost',
      head: 'Billed',
      numeric: true,
      cell: ({ cents }) => (cents === undefined ? '–' : formatMoney(cents, currency)),
    },
  ]
  return (
    <Card title="By month" count={months.length}>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.totals} tabIndex={0} role="group" aria-label="Totals by month">
        <DataTable
          label="Totals by month"
          columns={columns}
          rows={months.map((month) => ({ month, calls: counted.get(month), cents: billed.get(month) }))}
          rowKey={({ month }) => month}
        />
      </div>
    </Card>
  )
}
