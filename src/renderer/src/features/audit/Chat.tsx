import { useState } from 'react'
import { focusSearch } from '../../components/ListTools/focusSearch.ts'
import { useSession } from '../../data/session.ts'
import { useAuditViewActions, useChatSearched, useReason } from '../../stores/auditView.ts'
import classes from './Audit.module.css'
import { ChatForm } from './ChatForm.tsx'
import { ChatHits } from './ChatHits.tsx'
import { ChatReason } from './ChatReason.tsx'
import { ChatRoom } from './ChatRoom.tsx'

/** Chat of everybody: first the reason, then searches; a hit opens the room around it. */
export function Chat() {
  const operator = useSession().data?.operator ?? undefined
  const reason = useReason(operator?.id)
  const searched = useChatSearched()
  const { begin, searchFor } = useAuditViewActions()
  const [changing, setChanging] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  if (operator === undefined) return null
  if (reason === null || changing)
    return (
      <ChatReason
        reason={reason ?? ''}
        changing={changing}
        onReason={(given) => {
          begin({ operator: operator.id, reason: given })
          setChanging(false)
          focusSearch()
        }}
      />
    )
  return (
    <>
      <div className={classes.reason}>
        <span>Reason</span>
        <span className={classes.reasonText}>{reason}</span>
        <button type="button" className={classes.change} onClick={() => setChanging(true)}>
          Change
        </button>
      </div>
      <ChatForm
        searched={searched}
        reason={reason}
        onSearch={(filter) => {
          setOpened(null)
          searchFor(filter)
        }}
      />
      <div className={classes.split}>
        <ChatHits key={searched?.nth} searched={searched} reason={reason} opened={opened} onOpen={setOpened} />
        {opened !== null && (
          <ChatRoom key={opened} messageId={opened} reason={reason} onClose={() => setOpened(null)} />
        )}
      </div>
    </>
  )
}
