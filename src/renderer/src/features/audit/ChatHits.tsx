import { IconMessageSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChatFilter, ChatMessage } from '../../../../shared/audit/chat.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { LongList } from '../../components/LongList/LongList.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { SkeletonRows } from '../../components/QueryView/SkeletonRows.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useChatSearch } from '../../data/audit.ts'
import { useVisible } from '../../data/pages.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useHitRow } from '../../stores/auditView.ts'
import classes from './Audit.module.css'
import { MessageText } from './MessageText.tsx'

type Searched = { filter: ChatFilter; nth: number }
type ChatHitsProps = { reason: string; opened: string | null; onOpen: (messageId: string) => void }

const columns = ['Sent', 'Person', 'Room', 'Message'].map((name) => ({ name }))

export function ChatHits({ searched, ...props }: ChatHitsProps & { searched: Searched | null }) {
  if (searched !== null) return <Hits searched={searched} {...props} />
  return (
    <div className={classes.hits}>
      <EmptyState icon={<IconMessageSearch size={22} />} title="Nothing is searched yet">
        Search by words, person, room or dates. Chat of people who have gone is found as well, with their name as it
        was.
      </EmptyState>
    </div>
  )
}

function Hits({ searched, reason, opened, onOpen }: ChatHitsProps & { searched: Searched }) {
  const place = useHitRow()
  const [visible, setVisible] = useVisible(place[0])
  // A reason that is changed counts for the looks to come; what is shown was found with the one before.
  const [asked] = useState(reason)
  const { head, total, rowAt } = useChatSearch({ ...searched, reason: asked }, visible)
  if (head.isError)
    return (
      <div className={classes.hits}>
        <ErrorAlert title="The chat could not be searched" error={head.error} onRetry={() => void head.refetch()} />
      </div>
    )
  if (head.data === undefined)
    return (
      <div className={`${classes.hits} ${classes.note}`}>
        <SkeletonRows rows={12} />
      </div>
    )
  return (
    <div className={classes.hits}>
      <div className={classes.count} role="status">
        {formatQuantity(total, 'message')} found, newest first
      </div>
      <LongList
        label="Messages found"
        columns={columns}
        layout={classes.messages}
        total={total}
        busy={false}
        selected={indexOf(head.data.messages, opened)}
        place={place}
        onVisible={setVisible}
        onOpen={(index) => {
          const message = rowAt(index)
          if (message !== undefined) onOpen(message.id)
        }}
        cells={(index) => {
          const message = rowAt(index)
          return message === undefined ? null : cellsOf(message)
        }}
        empty={<EmptyState title="No message found">Try fewer words, another name or a longer time.</EmptyState>}
      />
    </div>
  )
}

function indexOf(messages: readonly ChatMessage[], opened: string | null): number | null {
  const index = messages.findIndex((message) => message.id === opened)
  return index === -1 ? null : index
}

function cellsOf(message: ChatMessage) {
  return [
    formatDateTime(message.sentAt),
    <Truncated
      key="person"
      text={message.authorStatus === 'DELETED' ? `${message.authorName} (deleted)` : message.authorName}
    />,
    <Truncated key="room" text={message.room} />,
    <span key="body" className={classes.line}>
      <MessageText message={message} />
    </span>,
  ]
}
