import { Button, CloseButton } from '@mantine/core'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ChatMessage } from '../../../../shared/audit/chat.ts'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { useChatAround } from '../../data/audit.ts'
import { formatDateTime } from '../../format/dates.ts'
import classes from './Audit.module.css'
import { MessageText } from './MessageText.tsx'

const step = 20
type ChatRoomProps = { messageId: string; reason: string; onClose: () => void }

/** The room around a hit, oldest first; it goes on at both ends. */
export function ChatRoom({ messageId, reason, onClose }: ChatRoomProps) {
  const [reach, setReach] = useState({ earlier: 10, later: 10 })
  const around = useChatAround(messageId, reach, reason)
  const hit = useRef<HTMLLIElement>(null)
  const arrived = around.data !== undefined
  useEffect(() => {
    if (arrived) hit.current?.scrollIntoView({ block: 'center' })
  }, [arrived])
  return (
    <aside className={classes.room} aria-label="Room around the message">
      <QueryView query={around} failed="The room could not be read">
        {({ room, messages, earlier, later }) => (
          <>
            <div className={classes.roomHead}>
              <h2 className={classes.roomName}>{room}</h2>
              <CloseButton aria-label="Close the room" onClick={onClose} />
            </div>
            <div className={classes.roomBody}>
              {earlier && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => setReach({ ...reach, earlier: reach.earlier + step })}
                >
                  Earlier messages
                </Button>
              )}
              <Said messages={messages} messageId={messageId} hit={hit} />
              {later && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => setReach({ ...reach, later: reach.later + step })}
                >
                  Later messages
                </Button>
              )}
            </div>
          </>
        )}
      </QueryView>
    </aside>
  )
}

type SaidProps = { messages: readonly ChatMessage[]; messageId: string; hit: RefObject<HTMLLIElement | null> }

function Said({ messages, messageId, hit }: SaidProps) {
  return (
    <ol className={classes.roomList}>
      {messages.map((message) => (
        <li
          key={message.id}
          ref={message.id === messageId ? hit : null}
          data-hit={message.id === messageId}
          aria-current={message.id === messageId}
          className={classes.said}
        >
          <span className={classes.who}>
            <span className={classes.whoName}>{message.authorName}</span>
            {message.authorStatus === 'DELETED' && <span>account deleted</span>}
            <time dateTime={message.sentAt}>{formatDateTime(message.sentAt)}</time>
          </span>
          <MessageText message={message} />
        </li>
      ))}
    </ol>
  )
}
