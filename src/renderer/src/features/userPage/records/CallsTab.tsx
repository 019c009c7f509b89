import { useLocation } from 'wouter'
import type { CallRow } from '../../../../../shared/analytics/model.ts'
import type { UserId } from '../../../../../shared/ids.ts'
import { AnalyticsLink } from '../../../components/AnalyticsLink/AnalyticsLink.tsx'
import { ToneBadge } from '../../../components/StatusBadge/ToneBadge.tsx'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import { useVisible } from '../../../data/pages.ts'
import { usePersonCalls } from '../../../data/personLists.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { formatDuration } from '../../../format/durations.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import type { TabProps } from '../tabProps.ts'
import { RecordList } from './RecordList.tsx'
import classes from './Records.module.css'

const columns = [
  { name: 'Time' },
  { name: 'Direction' },
  { name: 'With' },
  { name: 'Number' },
  { name: 'Length', numeric: true },
  { name: 'Outcome' },
] as const

/** Every call of the person; the other side bears the name that it had then, and opens its page. */
export function CallsTab({ inventory: { user, counts } }: TabProps) {
  const [visible, setVisible] = useVisible()
  const [, navigate] = useLocation()
  const { head, total, rowAt } = usePersonCalls(user.id, counts.callRecord, visible)
  return (
    <RecordList
      label="Calls"
      query={head}
      columns={columns}
      layout={classes.calls}
      total={total}
      onVisible={setVisible}
      cells={(index) => cellsOf(rowAt(index), user.id)}
      onOpen={(index) => {
        const peer = peerOf(rowAt(index), user.id)
        if (peer !== null && peer.userId !== null) navigate(`/users/${peer.userId}`)
      }}
      lead={
        <>
          {formatQuantity(total, 'call')}, the newest first, with the names as they were. Analytics keeps them
          indefinitely. <AnalyticsLink user={user} part="calls" />
        </>
      }
      none={{ title: 'No calls', why: 'The user has never made or taken a call.' }}
    />
  )
}

function peerOf(call: CallRow | undefined, userId: UserId): CallRow['caller'] | null {
  if (call === undefined) return null
  return call.caller.userId === userId ? call.callee : call.caller
}

function cellsOf(call: CallRow | undefined, userId: UserId) {
  const peer = peerOf(call, userId)
  if (call === undefined || peer === null) return null
  return [
    formatDateTime(call.startedAt),
    call.caller.userId === userId ? 'Outgoing' : 'Incoming',
    <span key="peer" className={classes.peer}>
      <Truncated text={peer.name} />
      {peer.gone && <ToneBadge tone="gray">Has left</ToneBadge>}
    </span>,
    <Truncated key="number" text={peer.extension ?? formatPhoneNumber(peer.number)} />,
    call.talkSeconds === 0 ? '–' : formatDuration(call.talkSeconds),
    call.disposition,
  ]
}
