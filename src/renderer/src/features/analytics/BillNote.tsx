import { useAnalyticsFilters } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { notOfBills } from './filterOf.ts'

/** Which of the filters do not hold for what is billed. */
export function BillNote() {
  const ignored = notOfBills(useAnalyticsFilters())
  if (ignored.length === 0) return null
  return (
    <p className={classes.note}>
      Bills know the person, the site and the month: they are not filtered by {listed(ignored)}.
    </p>
  )
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(words)
}
