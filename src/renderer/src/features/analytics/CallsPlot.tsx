import type { AnalyticsFilter, CallTotals } from '../../../../shared/analytics/model.ts'
import { BarPlot } from '../../components/BarPlot/BarPlot.tsx'
import { formatDayShort, formatDays, formatMonth, formatMonthShort, formatWeekday } from '../../format/dates.ts'
import { formatCountShort, formatQuantity } from '../../format/numbers.ts'
import { firstWeekday } from '../../format/week.ts'
import { useAnalyticsActions } from '../../stores/analyticsView.ts'
import { callSpans, type Grain, type Span } from './plotPoints.ts'

const titles: Readonly<Record<Grain, string>> = { day: 'Calls a day', week: 'Calls a week', month: 'Calls a month' }
const heads: Readonly<Record<Grain, string>> = { day: 'Day', week: 'Week', month: 'Month' }

/** How many calls there were, in bars of days, weeks or months; a bar opens its calls. */
export function CallsPlot({ days, filter }: { days: CallTotals['days']; filter: AnalyticsFilter }) {
  const { setFilters, setPart } = useAnalyticsActions()
  const { grain, spans } = callSpans(days, filter, firstWeekday())
  if (spans.length === 0) return null
  const open = (index: number): void => {
    const { from, to } = spans[index]!
    setFilters({ period: 'days', from, to })
    setPart('calls')
  }
  return (
    <BarPlot
      title={titles[grain]}
      heads={[heads[grain], 'Calls']}
      bars={spans.map((span) => ({
        name: nameOf(span, grain),
        value: span.count,
        tick: tickOf(span, grain, spans.length),
      }))}
      format={(value) => formatQuantity(value, 'call')}
      formatShort={formatCountShort}
      opens={{ hint: 'shows its calls', open }}
    />
  )
}

function nameOf({ from, to }: Span, grain: Grain): string {
  if (grain === 'day') return formatWeekday(from)
  return grain === 'week' ? formatDays(from, to) : formatMonth(from.slice(0, 7))
}

/** Few days are all named; many by the first of their week, weeks by their month, many months by their year. */
function tickOf({ from, to }: Span, grain: Grain, count: number): string | null {
  if (grain === 'day') {
    const named = count <= 16 || new Date(`${from}T00:00:00.000Z`).getUTCDay() === firstWeekday()
    return named ? formatDayShort(from) : null
  }
  if (grain === 'week') return to.slice(8) <= '07' || from.endsWith('-01') ? formatMonthShort(to.slice(0, 7)) : null
  return count <= 36 || from.slice(5, 7) === '01' ? formatMonthShort(from.slice(0, 7)) : null
}
