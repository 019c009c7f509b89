import { IconMessageSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChatFilter, ChatMessage } from '../../../../shared/audit/chat.ts'
import type { GridColumn } from '../../components/DataGrid/columns.ts'
import { DataGrid } from '../../components/DataGrid/DataGrid.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { EmptyState } from '../../components/QueryView/EmptyState.tsx'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import { useChatSearch } from '../../data/audit.ts'
import { formatDateTime } from '../../format/dates.ts'
import { formatQuantity } from '../../format/numbers.ts'
import { useHitRow } from '../../stores/auditView.ts'
import classes from './Audit.module.css'
import { MessageText } from './MessageText.tsx'

type Searched = { filter: ChatFilter; nth: number }
type ChatHitsProps = { reason: string; opened: string | null; onOpen: (messageId: string) => void }

const columns: readonly GridColumn<ChatMessage>[] = [
  { key: 'sent', label: 'Sent', width: 172, cell: ({ sentAt }) => formatDateTime(sentAt) },
  { key: 'person', label: 'Person', width: 118, share: 0.3, cell: personCell },
  { key: 'room', label: 'Room', width: 96, share: 0.2, cell: ({ room }) => <Truncated text={room} /> },
  { key: 'message', label: 'Message', width: 180, share: 1, cell: messageCell },
]

export function ChatHits({ searched, ...props }: ChatHitsProps & { searched: Searched | null }) {
  if (searched !== null) return <Hits searched={searched} {...props} />
  return (
    <div className={classes.hits}>
      <EmptyState icon={<IconMessageSearch size={22} />} title="No search yet">
        Search by words, person, room or dates. Chat of people who have gone is found as well, with their name as it
        was.
      </EmptyState>
    </div>
  )
}

function Hits({ searched, reason, opened, onOpen }: ChatHitsProps & { searched: Searched }) {
  const [current, setCurrent] = useHitRow()
  // A reason that is changed counts for the looks to come; what is shown was found with the one before.
  const [asked] = useState(reason)
  const { head, list } = useChatSearch({ ...searched, reason: asked }, current)
  if (head.isError)
    return (
      <div className={classes.hits}>
        <ErrorAlert title="The chat could not be searched" error={head.error} onRetry={() => void head.refetch()} />
      </div>
    )
  return (
    <div className={classes.hits}>
      <div className={classes.count} role="status">
        {list.counted !== undefined && `${formatQuantity(list.counted, 'message')} found, newest first`}
      </div>
      <DataGrid
        label="Messages found"
        columns={columns}
        list={list}
        question={searched}
        empty={<EmptyState title="No message found">Try fewer words, another name or a longer time.</EmptyState>}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ id }) => onOpen(id)}
        opened={opened}
      />
    </div>
  )
}

function personCell({ authorName, authorStatus }: ChatMessage) {
  return <Truncated text={authorStatus === 'DELETED' ? `${authorName} (deleted)` : authorName} />
}

function messageCell(message: ChatMessage) {
  return (
    <span className={classes.line}>
      <MessageText message={message} />
    </span>
  )
}
