import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCalendarQuestion, IconShieldCheck } from '@tabler/icons-react'
import type { LibrarySummary } from '../../../../shared/archives/library.ts'
import { scrubDays } from '../../../../shared/archives/scrub.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { useScrubChange, useScrubStatus } from '../../data/library.ts'
import { formatDate } from '../../format/dates.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'
import { useChangeArchivesView } from '../../stores/archivesView.ts'
import { archiveName } from './archiveName.ts'
import { readTodayText } from './readToday.ts'
import classes from './Archives.module.css'

/** What needs a person: damage, days that have come; and how far the daily check is. */
export function LibraryState({ summary }: { summary: LibrarySummary }) {
  const change = useChangeArchivesView()
  const { damaged, due } = summary
  return (
    <section aria-label="State of the archives" className={classes.library}>
      {damaged > 0 && (
        <p className={classes.call} data-tone="red">
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            {formatQuantity(damaged, 'archive is', 'archives are')} damaged. Restore the folder from a backup, then
            verify again.
          </span>
          <Button variant="default" size="compact-xs" onClick={() => change({ state: 'damaged', part: 'archives' })}>
            Show damaged
          </Button>
        </p>
      )}
      {due > 0 && (
        <p className={classes.call} data-tone="amber">
          <IconCalendarQuestion size={16} aria-hidden />
          <span>
            The day has come for {formatQuantity(due, 'archive')}: keep longer, or move to the wastebasket. Nothing goes
            by itself.
          </span>
          <Button variant="default" size="compact-xs" onClick={() => change({ state: 'due', part: 'archives' })}>
            {due === 1 ? 'Show it' : 'Show them'}
          </Button>
        </p>
      )}
      <DailyCheck />
    </section>
  )
}

function DailyCheck() {
  const status = useScrubStatus()
  const next = useScrubChange('scrub.next')
  const stop = useScrubChange('scrub.stop')
  if (status.data === undefined) return null
  const { current, proven, overdue, readToday, wantedToday, oldestCheck } = status.data
  const checked = `${formatQuantity(proven, 'archive')} proven in the last ${scrubDays} days`
  const rest =
    overdue === 0 ? 'none waits for its check' : formatQuantity(overdue, 'waits for its check', 'wait for their check')
  const oldest = oldestCheck === null ? '' : ` · oldest check ${formatDate(oldestCheck)}`
  return (
    <>
      <p className={classes.check}>
        <IconShieldCheck size={16} aria-hidden />
        <span>
          {current === null
            ? `${checked}, ${rest}${oldest} · ${readTodayText(readToday, wantedToday)}`
            : `Reading ${archiveName(current)} again: ${progressOf(current)}`}
        </span>
        {current === null ? (
          <AllowedButton
            permission="manageArchives"
            variant="default"
            size="compact-xs"
            loading={next.isPending}
            onClick={() => next.mutate()}
          >
            Check the next one now
          </AllowedButton>
        ) : (
          <AllowedButton
            permission="manageArchives"
            variant="default"
            size="compact-xs"
            tip="The check goes on where it was, with the next one"
            loading={stop.isPending}
            onClick={() => stop.mutate()}
          >
            Stop
          </AllowedButton>
        )}
      </p>
      {next.isError && <ErrorAlert title="Nothing was checked" error={next.error} />}
    </>
  )
}

function progressOf({ done, total }: { done: number; total: number | null }): string {
  return total === null ? formatQuantity(done, 'file') : `${formatCount(done)} of ${formatQuantity(total, 'file')}`
}
