import { useState } from 'react'
import type { AnalyticsFilter, CallRow } from '../../../../shared/analytics/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import { useCalls } from '../../data/analytics.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatDuration } from '../../format/durations.ts'
import { useAnalyticsRow } from '../../stores/analyticsView.ts'
import { CallDrawer } from './CallDrawer.tsx'
import { ListBar } from './ListBar.tsx'
import { NothingFound } from './NothingFound.tsx'
import { Outcome, Party } from './Party.tsx'
import { Unread } from './Unread.tsx'
import { directionNames } from './words.ts'

const columns: readonly GridColumn<CallRow>[] = [
  { key: 'time', label: 'Time', width: 158, cell: ({ startedAt }) => formatDateTime(startedAt) },
  { key: 'direction', label: 'Direction', width: 68, cell: ({ direction }) => directionNames[direction] },
  { key: 'from', label: 'From', width: 140, share: 1, cell: ({ caller }) => <Party party={caller} /> },
  { key: 'to', label: 'To', width: 140, share: 1, cell: ({ callee }) => <Party party={callee} /> },
  { key: 'length', label: 'Length', width: 56, numeric: true, cell: lengthCell },
  { key: 'outcome', label: 'Outcome', width: 102, cell: ({ disposition }) => <Outcome disposition={disposition} /> },
]

/** The call history, newest first. Names are those of the time of the call. */
export function Calls({ filter }: { filter: AnalyticsFilter }) {
  const [current, setCurrent] = useAnalyticsRow('calls')
  const [opened, setOpened] = useState<CallRow | null>(null)
  const { head, totals, list } = useCalls(filter, current)
  if (head.data === undefined) return <Unread what="calls" query={head} />
  return (
    <>
      <ListBar
        what="call"
        wanted={{ what: 'calls', filter }}
        total={totals?.calls}
        empty={list.total === 0}
        changing={list.changing}
      />
      <DataGrid
        label="Calls"
        columns={columns}
        list={list}
        question={filter}
        empty={<NothingFound what="calls" />}
        current={current}
        onCurrent={setCurrent}
        onOpen={setOpened}
      />
      {opened !== null && <CallDrawer call={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

function lengthCell({ disposition, talkSeconds }: CallRow) {
  return disposition === 'Answered' ? formatDuration(talkSeconds) : ''
}
