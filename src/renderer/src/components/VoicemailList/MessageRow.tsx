import { IconAlertTriangle, IconMailFilled, IconMailOpened } from '@tabler/icons-react'
import { formatDuration } from '../../format/durations.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { Truncated } from '../Truncated/Truncated.tsx'
import type { ListedMessage } from './messages.ts'
import { formatReceived, formatReceivedZone } from './received.ts'
import classes from './VoicemailList.module.css'

export type MessageRowProps = {
  id: string
  message: ListedMessage
  selected: boolean
  position: number
  total: number
  top: number
  height: number
  onSelect: () => void
}

/** One message in the list; an option for the keyboard and for screen readers. */
export function MessageRow({ id, message, selected, position, total, top, height, onSelect }: MessageRowProps) {
  const mailbox = message.archive?.mailbox ?? null
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list around it owns focus and keys
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={position + 1}
      className={classes.row}
      data-owned={mailbox !== null || undefined}
      style={{ height, transform: `translateY(${top}px)` }}
      onClick={onSelect}
    >
      <Marks message={message} />
      <span className={classes.caller}>
        <Truncated text={formatPhoneNumber(message.caller)} className={classes.name} />
        {message.urgent && (
          <span className={`${classes.marks} ${classes.urgent}`}>
            <IconAlertTriangle size={14} aria-hidden /> Urgent
          </span>
        )}
        {message.number !== null && <Truncated text={formatPhoneNumber(message.number)} className={classes.number} />}
      </span>
      {mailbox !== null && <Truncated text={mailbox} className={classes.owner} />}
      <span>{(mailbox === null ? formatReceived : formatReceivedZone)(message.receivedAt, message.timezone)}</span>
      <span className={classes.length}>{formatDuration(message.seconds)}</span>
      <span className={classes.folder}>{message.folder}</span>
    </div>
  )
}

function Marks({ message }: { message: ListedMessage }) {
  return message.read ? (
    <span className={classes.marks}>
      <IconMailOpened size={14} aria-hidden /> Heard
    </span>
  ) : (
    <span className={`${classes.marks} ${classes.unread}`}>
      <IconMailFilled size={14} aria-hidden /> Not heard
    </span>
  )
}
