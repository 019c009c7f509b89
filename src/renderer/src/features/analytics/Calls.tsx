import { useState } from 'react'
import type { AnalyticsFilter, CallRow } from '../../../../shared/analytics/model.ts'
import { LongList } from '../../components/LongList/LongList.tsx'
import { useCalls } from '../../data/analytics.ts'
import { useVisible } from '../../data/pages.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatDuration } from '../../format/durations.ts'
import { useAnalyticsRow } from '../../stores/analyticsView.ts'
import classes from './Analytics.module.css'
import { CallDrawer } from './CallDrawer.tsx'
import { ListBar } from './ListBar.tsx'
import { NothingFound } from './NothingFound.tsx'
import { Outcome, Party } from './Party.tsx'
import { Unread } from './Unread.tsx'
import { directionNames } from './words.ts'

const columns = [
  { name: 'Time' },
  { name: 'Direction' },
  { name: 'From' },
  { name: 'To' },
  { name: 'Length', numeric: true },
  { name: 'Outcome' },
]

/** The call history, newest first. Names are those of the time of the call. */
export function Calls({ filter }: { filter: AnalyticsFilter }) {
  const place = useAnalyticsRow('calls')
  const [visible, setVisible] = useVisible(place[0])
  const [opened, setOpened] = useState<CallRow | null>(null)
  const { head, counted, total, rowAt } = useCalls(filter, visible)
  if (head.data === undefined) return <Unread what="calls" query={head} />
  return (
    <>
      <ListBar
        what="call"
        wanted={{ what: 'calls', filter }}
        total={counted?.calls}
        changing={head.isPlaceholderData}
      />
      <LongList
        key={JSON.stringify(filter)}
        label="Calls"
        columns={columns}
        layout={classes.calls}
        total={total}
        busy={head.isPlaceholderData}
        selected={null}
        place={place}
        onVisible={setVisible}
        onOpen={(at) => setOpened(rowAt(at) ?? null)}
        cells={(at) => {
          const call = rowAt(at)
          return call === undefined ? null : cellsOf(call)
        }}
        empty={<NothingFound what="calls" />}
      />
      <CallDrawer call={opened} onClose={() => setOpened(null)} />
    </>
  )
}

function cellsOf({ startedAt, direction, caller, callee, talkSeconds, disposition }: CallRow) {
  return [
    formatDateTime(startedAt),
    directionNames[direction],
    <Party key="from" party={caller} />,
    <Party key="to" party={callee} />,
    disposition === 'Answered' ? formatDuration(talkSeconds) : '',
    <Outcome key="outcome" disposition={disposition} />,
  ]
}
