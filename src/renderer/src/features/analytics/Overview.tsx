import type { AnalyticsFilter, BillFilter } from '../../../../shared/analytics/model.ts'
import { ClearFilters } from '../../components/ListTools/ClearFilters.tsx'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { useBillTotals, useCallTotals } from '../../data/analytics.ts'
import { useAnalyticsActions, useAnalyticsNarrowed } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { BillNote } from './BillNote.tsx'
import { CallsPlot } from './CallsPlot.tsx'
import { ExtensionTable } from './ExtensionTable.tsx'
import { Figures } from './Figures.tsx'
import { CostPlot, VoicemailsPlot } from './MonthPlots.tsx'
import { MonthTable } from './MonthTable.tsx'
import { NothingFound } from './NothingFound.tsx'
import { Unread } from './Unread.tsx'

export type OverviewProps = { calls: AnalyticsFilter; bills: BillFilter }

/** What the filters leave, as totals, plots, and tables by month and by extension. */
export function Overview({ calls, bills }: OverviewProps) {
  const callTotals = useCallTotals(calls)
  const billTotals = useBillTotals(bills)
  if (callTotals.data === undefined) return <Unread what="calls" query={callTotals} />
  if (billTotals.data === undefined) return <Unread what="bills" query={billTotals} />
  const [counted, billed] = [callTotals.data, billTotals.data]
  const changing = callTotals.isPlaceholderData || billTotals.isPlaceholderData
  if (counted.calls === 0 && billed.records === 0) return <NothingFound what="calls and bills" />
  return (
    <PageBody>
      <div className={classes.overview} data-changing={changing} aria-busy={changing}>
        <Narrowed />
        <Figures calls={counted} bills={billed} />
        <CallsPlot days={counted.days} filter={calls} />
        <div className={classes.pair}>
          <VoicemailsPlot months={counted.months} />
          <CostPlot months={billed.months} />
        </div>
        <div className={classes.tables}>
          <MonthTable calls={counted.months} bills={billed.months} />
          <ExtensionTable filter={calls} />
        </div>
      </div>
    </PageBody>
  )
}

/** What the filters do not hold for, and the way back to everything. */
function Narrowed() {
  const narrowed = useAnalyticsNarrowed()
  const { clearFilters } = useAnalyticsActions()
  if (!narrowed) return null
  return (
    <div className={classes.narrowed}>
      <BillNote />
      <ClearFilters onClear={clearFilters} />
    </div>
  )
}
