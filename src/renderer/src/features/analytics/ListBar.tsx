import { Button } from '@mantine/core'
import { IconFileExport, IconPlayerStop } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { InputOf } from '../../../../shared/ipc/contract.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { mostRows } from '../../components/LongList/LongList.tsx'
import { WorkProgress } from '../../components/WorkProgress/WorkProgress.tsx'
import { useCancelExport } from '../../data/analytics.ts'
import { useWorkProgress } from '../../data/useWorkProgress.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { useAnnounce } from '../../stores/announcements.ts'
import { useAnalyticsActions, useAnalyticsNarrowed } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { useExport } from './useExport.ts'

export type ListBarProps = {
  what: 'call' | 'billing record'
  wanted: InputOf<'analytics.export'>
  /** Undefined while it is counted. */
  total: number | undefined
  sum?: string | undefined
  changing: boolean
}

/** Over the rows: how many there are, and the export with its progress. */
export function ListBar({ what, wanted, total, sum, changing }: ListBarProps) {
  const narrowed = useAnalyticsNarrowed()
  const { clearFilters } = useAnalyticsActions()
  const { start, pending } = useExport(what)
  useSaidAloud(total === undefined || changing ? null : formatQuantity(total, what))
  if (pending) return <Exporting what={what} />
  return (
    <div className={classes.bar}>
      <span>{total === undefined ? 'Counting…' : formatQuantity(total, what)}, newest first</span>
      {sum !== undefined && <span>{sum}</span>}
      {total !== undefined && total > mostRows && <span>Only the newest {formatCount(mostRows)} show here.</span>}
      {narrowed && (
        <button type="button" className={classes.clear} onClick={clearFilters}>
          Clear filters
        </button>
      )}
      <AllowedButton
        permission="exportData"
        variant="default"
        size="compact-xs"
        ml="auto"
        leftSection={<IconFileExport size={14} aria-hidden />}
        onClick={() => start(wanted)}
      >
        Export {what}s…
      </AllowedButton>
    </div>
  )
}

/** Until a place is chosen there is no progress; main's dialog is in front. */
function Exporting({ what }: Pick<ListBarProps, 'what'>) {
  const progress = useWorkProgress('export', true)
  const cancel = useCancelExport()
  return (
    <div className={classes.bar}>
      <WorkProgress label={`Exporting ${what}s`} progress={progress} />
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        Cancel export
      </Button>
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
