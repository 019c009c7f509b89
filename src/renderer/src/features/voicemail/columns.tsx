import { IconAlertTriangle, IconMailFilled, IconMailOpened } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { VoicemailOwner, VoicemailRow, VoicemailSort } from '../../../../shared/voicemail/model.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { NameAndNumber } from '../../components/NameAndNumber/NameAndNumber.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { callerOf } from '../../components/VoicemailList/messages.ts'
import { formatReceived, formatReceivedZone } from '../../components/VoicemailList/received.ts'
import { formatDuration } from '../../format/durations.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import classes from './Voicemail.module.css'

/** The columns of the page. The times are those of the mailbox. */
export const voicemailColumns: readonly GridColumn<VoicemailRow, VoicemailSort>[] = [
  { key: 'state', label: 'State', width: 88, cell: stateCell },
  {
    key: 'received',
    label: 'Received',
    width: 198,
    sort: 'received',
    cell: ({ receivedAt, timezone }) => <Truncated text={formatReceivedZone(receivedAt, timezone)} />,
  },
  { key: 'caller', label: 'Caller', width: 150, share: 1.7, sort: 'caller', cell: callerCell },
  {
    key: 'extension',
    label: 'Extension',
    width: 78,
    sort: 'extension',
    cell: ({ extension }) => extension,
  },
  {
    key: 'ownerThen',
    label: 'Owner then',
    width: 112,
    share: 1,
    givesWay: 3,
    sort: 'ownerThen',
    cell: ({ ownerThen }) => ownerCell(ownerThen, 'Not known'),
  },
  {
    key: 'ownerNow',
    label: 'Owner now',
    width: 112,
    share: 1,
    sort: 'ownerNow',
    cell: ({ ownerNow }) => ownerCell(ownerNow, 'Free'),
  },
  {
    key: 'seconds',
    label: 'Length',
    width: 60,
    givesWay: 2,
    sort: 'seconds',
    numeric: true,
    cell: ({ seconds }) => formatDuration(seconds),
  },
  {
    key: 'folder',
    label: 'Folder',
    width: 60,
    share: 0.4,
    givesWay: 1,
    cell: ({ folder }) => <Truncated text={folder} />,
  },
]

function stateCell({ read }: VoicemailRow): ReactNode {
  return read ? (
    <span className={classes.state}>
      <IconMailOpened size={14} aria-hidden /> Heard
    </span>
  ) : (
    <span className={classes.state} data-new>
      <IconMailFilled size={14} aria-hidden /> Not heard
    </span>
  )
}

function callerCell(message: VoicemailRow): ReactNode {
  const { caller, number } = callerOf(message)
  return (
    <NameAndNumber name={formatPhoneNumber(caller)} number={number} strong>
      {message.urgent && (
        <span className={classes.urgent}>
          <IconAlertTriangle size={14} aria-hidden /> Urgent
        </span>
      )}
    </NameAndNumber>
  )
}

function ownerCell(owner: VoicemailOwner | null, none: string): ReactNode {
  if (owner === null) return <span className={classes.nobody}>{none}</span>
  return <Truncated text={owner.name} className={owner.gone ? classes.gone : undefined} />
}

/** What a message is called where its box is named. */
export function messageName(message: VoicemailRow): string {
  const received = formatReceived(message.receivedAt, message.timezone)
  return `the message from ${formatPhoneNumber(callerOf(message).caller)}, ${received}`
}
