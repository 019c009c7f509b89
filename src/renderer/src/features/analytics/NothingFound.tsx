import { Button } from '@mantine/core'
import { IconChartBarOff } from '@tabler/icons-react'
import { thenFocusSearch } from '../../components/ListTools/focusSearch.ts'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { useAnyAnalytics } from '../../data/analytics.ts'
import { useAnalyticsActions, useAnalyticsFilters, useAnalyticsNarrowed } from '../../stores/analyticsView.ts'

/** Nothing fits the filters, or there is nothing at all. */
export function NothingFound({ what }: { what: 'calls' | 'billing records' | 'calls and bills' }) {
  const narrowed = useAnalyticsNarrowed()
  const { period } = useAnalyticsFilters()
  const { clearFilters, setFilters } = useAnalyticsActions()
  const any = useAnyAnalytics()
  const some = { calls: any.calls, 'billing records': any.bills, 'calls and bills': any.calls || any.bills }[what]
  if (!narrowed && !some)
    return (
      <EmptyState icon={<IconChartBarOff size={22} />} title={`No ${what} yet`}>
        They stand here as the phone system makes them, and stay when people leave.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<IconChartBarOff size={22} />}
      title={`No ${what} match`}
      action={
        <>
          {narrowed && (
            <Button variant="default" onClick={thenFocusSearch(clearFilters)}>
              Clear filters
            </Button>
          )}
          {period !== 'all' && (
            <Button variant="default" onClick={thenFocusSearch(() => setFilters({ period: 'all' }))}>
              Show all time
            </Button>
          )}
        </>
      }
    >
      Nothing in this period fits the filters.
    </EmptyState>
  )
}
