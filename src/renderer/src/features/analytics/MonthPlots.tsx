import type { BillTotals, CallTotals } from '../../../../shared/analytics/model.ts'
import { BarPlot } from '../../components/BarPlot/BarPlot.tsx'
import { useCurrency } from '../../data/company.ts'
import { formatMonth, formatMonthShort } from '../../format/dates.ts'
import { formatMoney, formatMoneyShort } from '../../format/money.ts'
import { formatCountShort, formatQuantity } from '../../format/numbers.ts'
import { useAnalyticsActions } from '../../stores/analyticsView.ts'
import { monthDays } from './period.ts'
import { monthSpans } from './plotPoints.ts'

/** Calls that ended in voicemail, by month; a bar opens them. */
export function VoicemailsPlot({ months }: { months: CallTotals['months'] }) {
  const { setFilters, setPart } = useAnalyticsActions()
  const spans = monthSpans(months.map(({ month, voicemails }) => ({ month, count: voicemails })))
  if (spans.length === 0) return null
  const open = (index: number): void => {
    setFilters({ period: 'days', ...monthDays(spans[index]!.month), disposition: 'Voicemail' })
    setPart('calls')
  }
  return (
    <BarPlot
      title="Voicemails a month"
      heads={['Month', 'Voicemails']}
      bars={barsOf(spans)}
      format={(value) => formatQuantity(value, 'voicemail')}
      formatShort={formatCountShort}
      opens={{ hint: 'shows its calls', open }}
    />
  )
}

/** What was billed, by month; a bar opens its billing records. */
export function CostPlot({ months }: { months: BillTotals['months'] }) {
  const { setFilters, setPart } = useAnalyticsActions()
  const currency = useCurrency()
  const spans = monthSpans(months.map(({ month, cents }) => ({ month, count: cents })))
  if (spans.length === 0) return null
  const open = (index: number): void => {
    setFilters({ period: 'days', ...monthDays(spans[index]!.month) })
    setPart('bills')
  }
  return (
    <BarPlot
      title="Cost a month"
      heads={['Month', 'Billed']}
      bars={barsOf(spans)}
      format={(cents) => formatMoney(cents, currency)}
      formatShort={(cents) => formatMoneyShort(cents, currency)}
      opens={{ hint: 'shows its billing records', open }}
    />
  )
}

function barsOf(spans: readonly { month: string; count: number }[]) {
  return spans.map(({ month, count }) => ({
    name: formatMonth(month),
    value: count,
    tick: spans.length <= 36 || month.endsWith('-01') ? formatMonthShort(month) : null,
  }))
}
