import { Anchor } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { Link } from 'wouter'
import { Card } from '../../../components/Card/Card.tsx'
import { useRefusals } from '../../../data/session.ts'
import { formatQuantity } from '../../../format/numbers.ts'
import { CardTab } from '../../../components/Card/CardTab.tsx'
import type { TabProps } from '../tabProps.ts'
import classes from '../UserPage.module.css'

/** Chat is kept indefinitely and read on the Audit page alone; here stands how much there is. */
export function ChatTab({ inventory: { counts } }: TabProps) {
  const refused = useRefusals()('readChatAudit')
  return (
    <CardTab>
      <Card title="Chat" icon={<IconMessages size={16} />} count={counts.chatMessage}>
        <p className={classes.none}>
          {formatQuantity(counts.chatMessage, 'message')}, kept indefinitely. Chat is read on the Audit page, with a
          reason, by the primary administrator and holders of the audit privilege.
        </p>
        {refused === null && (
          <p className={classes.note}>
            <Anchor component={Link} href="/audit/chat" inherit>
              Search the chat
            </Anchor>
          </p>
        )}
      </Card>
    </CardTab>
  )
}
