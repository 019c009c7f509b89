import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { CallRow } from '../../../../../shared/analytics/model.ts'
import type { UserId } from '../../../../../shared/ids.ts'
import type { GridColumn } from '../../../components/DataGrid/columns.ts'
import { AnalyticsLink } from '../../../components/AnalyticsLink/AnalyticsLink.tsx'
import { ToneBadge } from '../../../components/StatusBadge/ToneBadge.tsx'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { usePersonCalls } from '../../../data/personLists.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatDuration } from '../../../format/durations.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'
import classes from './Records.module.css'

/** The calls as the person had them: with whom, and who called. */
function columnsOf(userId: UserId): GridColumn<CallRow>[] {
  return [
    { key: 'time', label: 'Time', width: 170, cell: ({ startedAt }) => formatDateTime(startedAt) },
    {
      key: 'direction',
      label: 'Direction',
      width: 92,
      cell: ({ caller }) => (caller.userId === userId ? 'Outgoing' : 'Incoming'),
    },
    { key: 'with', label: 'With', width: 140, share: 1, cell: (call) => nameCell(peerOf(call, userId)) },
    { key: 'number', label: 'Number', width: 150, cell: (call) => numberCell(peerOf(call, userId)) },
    { key: 'length', label: 'Length', width: 64, numeric: true, cell: lengthCell },
    { key: 'outcome', label: 'Outcome', width: 92, cell: ({ disposition }) => disposition },
  ]
}

/** Every call of the person; the other side bears the name that it had then, and opens its page. */
export function CallsTab({ inventory: { user, counts } }: TabProps) {
  const [, navigate] = useLocation()
  const columns = useMemo(() => columnsOf(user.id), [user.id])
  const { head, list } = usePersonCalls(user.id, counts.callRecord)
  return (
    <RecordList
      label="Calls"
      query={head}
      columns={columns}
      list={list}
      onOpen={(call) => {
        const { userId } = peerOf(call, user.id)
        if (userId !== null) navigate(`/users/${userId}`)
      }}
      lead={
        <>
          {formatQuantity(list.total, 'call')}, the newest first, with the names as they were. Analytics keeps them
          indefinitely. <AnalyticsLink user={user} part="calls" />
        </>
      }
      none={{ title: 'No calls', why: 'The user has never made or taken a call.' }}
    />
  )
}

function peerOf({ caller, callee }: CallRow, userId: UserId): CallRow['caller'] {
  return caller.userId === userId ? callee : caller
}

function nameCell({ name, gone }: CallRow['caller']) {
  return (
    <span className={classes.peer}>
      <Truncated text={name} />
      {gone && <ToneBadge tone="gray">Has left</ToneBadge>}
    </span>
  )
}

function numberCell({ extension, number }: CallRow['caller']) {
  return <Truncated text={extension ?? formatPhoneNumber(number)} />
}

function lengthCell({ talkSeconds }: CallRow) {
  return talkSeconds === 0 ? '–' : formatDuration(talkSeconds)
}
