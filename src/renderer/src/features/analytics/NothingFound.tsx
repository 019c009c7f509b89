import { Button } from '@mantine/core'
import { IconChartBarOff } from '@tabler/icons-react'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { useAnalyticsActions, useAnalyticsFilters, useAnalyticsNarrowed } from '../../stores/analyticsView.ts'

/** Nothing fits the filters, or there is nothing at all. */
export function NothingFound({ what }: { what: string }) {
  const narrowed = useAnalyticsNarrowed()
  const { period } = useAnalyticsFilters()
  const { clearFilters, setFilters } = useAnalyticsActions()
  if (!narrowed && period === 'all')
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
            <Button variant="default" onClick={clearFilters}>
              Clear filters
            </Button>
          )}
          {period !== 'all' && (
            <Button variant="default" onClick={() => setFilters({ period: 'all' })}>
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
