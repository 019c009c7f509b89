import { Tabs } from '@mantine/core'
import { useMemo, useState } from 'react'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { dayHere } from '../../../../shared/dayHere.ts'
import {
  useAnalyticsActions,
  useAnalyticsFilters,
  useAnalyticsPart,
  type AnalyticsPart,
} from '../../stores/analyticsView.ts'
import { AnalyticsToolbar } from './AnalyticsToolbar.tsx'
import classes from './Analytics.module.css'
import { Bills } from './Bills.tsx'
import { Calls } from './Calls.tsx'
import { ExportWork } from './ExportWork.tsx'
import { billFilterOf, callFilterOf } from './filterOf.ts'
import { Overview } from './Overview.tsx'

const parts: Readonly<Record<AnalyticsPart, string>> = { overview: 'Overview', calls: 'Calls', bills: 'Billing' }

/** Call history and billing records, of people who have gone too: as totals and plots, and row by row. */
export function AnalyticsPage() {
  const part = useAnalyticsPart()
  const filters = useAnalyticsFilters()
  const { setPart } = useAnalyticsActions()
  const [today] = useState(() => dayHere(new Date()))
  const calls = useMemo(() => callFilterOf(filters, today), [filters, today])
  const bills = useMemo(() => billFilterOf(filters, today), [filters, today])
  return (
    <>
      <PageHeader title="Analytics">
        <Tabs value={part} onChange={(to) => setPart(to === 'calls' || to === 'bills' ? to : 'overview')}>
          <Tabs.List aria-label="Parts of Analytics">
            {Object.entries(parts).map(([value, name]) => (
              <Tabs.Tab key={value} value={value} aria-controls="analyticsPart">
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </PageHeader>
      <div id="analyticsPart" role="tabpanel" aria-label={parts[part]} className={classes.part}>
        <AnalyticsToolbar part={part} />
        <ExportWork />
        {part === 'overview' && <Overview calls={calls} bills={bills} />}
        {part === 'calls' && <Calls filter={calls} />}
        {part === 'bills' && <Bills filter={bills} />}
      </div>
    </>
  )
}
