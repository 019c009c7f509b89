import type { BillTotals, CallTotals } from '../../../../shared/analytics/model.ts'
import { useCurrency } from '../../data/company.ts'
import { formatTotalDuration } from '../../format/durations.ts'
import { formatMoney } from '../../format/money.ts'
import { formatCount, formatPercent } from '../../format/numbers.ts'
import classes from './Analytics.module.css'

/** The totals of everything that the filters leave. */
export function Figures({ calls, bills }: { calls: CallTotals; bills: BillTotals }) {
  const currency = useCurrency()
  const figures = [
    { label: 'Calls', value: formatCount(calls.calls) },
    { label: 'Answered', value: formatCount(calls.answered), more: formatPercent(calls.answered, calls.calls) },
    { label: 'Voicemails', value: formatCount(calls.voicemails), more: formatPercent(calls.voicemails, calls.calls) },
    { label: 'Talk time', value: formatTotalDuration(calls.talkSeconds) },
    { label: 'Billed', value: formatMoney(bills.cents, currency) },
  ]
  return (
    <dl className={classes.figures}>
      {figures.map(({ label, value, more }) => (
        <div key={label} className={classes.figure}>
          <dt>{label}</dt>
          <dd>
            {value}
            {more !== undefined && <span className={classes.figureMore}>{more}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
