import { useEffect } from 'react'
import { mostRows } from '../../components/DataGrid/measures.ts'
import { ClearFilters } from '../../components/ListTools/ClearFilters.tsx'
import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { useRunningExport, type WantedExport } from '../../data/analytics.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { useAnalyticsActions, useAnalyticsNarrowed } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { useExport } from './useExport.ts'

export type ListBarProps = {
  what: 'call' | 'billing record'
  wanted: WantedExport
  /** Undefined while it is counted. */
  total: number | undefined
  sum?: string | undefined
  /** No row is shown. */
  empty: boolean
  changing: boolean
}

/** Over the rows: how many there are, and the export. */
export function ListBar({ what, wanted, total, sum, empty, changing }: ListBarProps) {
  const narrowed = useAnalyticsNarrowed()
  const { clearFilters } = useAnalyticsActions()
  const start = useExport(what)
  const running = useRunningExport() !== undefined
  useSaidAloud(total === undefined || changing ? null : formatQuantity(total, what))
  return (
    <div className={classes.bar}>
      <span>{total === undefined ? 'Counting…' : formatQuantity(total, what)}, newest first</span>
      {sum !== undefined && <span>{sum}</span>}
      {total !== undefined && total > mostRows && <span>Only the newest {formatCount(mostRows)} show here.</span>}
      {narrowed && <ClearFilters onClear={clearFilters} />}
      <ExportButton
        size="compact-xs"
        ml="auto"
        empty={empty}
        unavailable={running ? 'An export is running.' : null}
        onClick={() => start(wanted)}
      />
    </div>
  )
}

/** Says a result when typing and choosing pause. */
function useSaidAloud(text: string | null): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (text === null) return undefined
    const timer = setTimeout(() => announce(text), 700)
    return () => clearTimeout(timer)
  }, [announce, text])
}
