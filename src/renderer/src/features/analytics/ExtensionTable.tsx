import type { AnalyticsFilter, ExtensionTotals } from '../../../../shared/analytics/model.ts'
import { Card } from '../../components/Card/Card.tsx'
import { DataTable, type DataColumn } from '../../components/DataTable/DataTable.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useExtensionTotals } from '../../data/analytics.ts'
import { formatTotalDuration } from '../../format/durations.ts'
import { formatCount } from '../../format/numbers.ts'
import { useAnalyticsActions } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'

type Extension = ExtensionTotals['extensions'][number]

/** The busiest extensions of the filtered calls, as they were; each opens its calls. */
export function ExtensionTable({ filter }: { filter: AnalyticsFilter }) {
  const totals = useExtensionTotals(filter)
  const { setFilters, setPart } = useAnalyticsActions()
  const open = (extension: string): void => {
    setFilters({ who: { side: { kind: 'extension', extension }, label: `Extension ${extension}, as it was` } })
    setPart('calls')
  }
  return (
    <Card title="By extension" {...(totals.data !== undefined && { count: totals.data.total })}>
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.totals} tabIndex={0} role="group" aria-label="Totals by extension">
        <QueryView query={totals} failed="The totals by extension could not be counted">
          {({ total, extensions }) => (
            <>
              <DataTable
                label="Totals by extension"
                columns={columnsOf(open)}
                rows={extensions}
                rowKey={({ extension }) => extension}
              />
              {total > extensions.length && (
                <p className={classes.more}>
                  The {formatCount(extensions.length)} with the most calls of {formatCount(total)}.
                </p>
              )}
              {total === 0 && <p className={classes.more}>No call of these has an extension.</p>}
            </>
          )}
        </QueryView>
      </div>
    </Card>
  )
}

function columnsOf(open: (extension: string) => void): readonly DataColumn<Extension>[] {
  return [
    {
      key: 'extension',
      head: 'Extension',
      cell: ({ extension }) => (
        <button type="button" className={classes.link} onClick={() => open(extension)}>
          {extension}
        </button>
      ),
    },
    {
      key: 'holder',
      head: 'Holder today',
      rest: true,
      cell: ({ holder }) =>
        holder === null ? <span className={classes.dim}>Nobody</span> : <Truncated text={holder} />,
    },
    { key: 'calls', head: 'Calls', numeric: true, cell: ({ calls }) => formatCount(calls) },
    { key: 'talk', head: 'Talk time', numeric: true, cell: ({ talkSeconds }) => formatTotalDuration(talkSeconds) },
  ]
}
