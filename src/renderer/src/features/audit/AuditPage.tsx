import { Tabs } from '@mantine/core'
import { Redirect, useLocation, useParams } from 'wouter'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { useRefusals } from '../../data/session.ts'
import { Administration } from './Administration.tsx'
import { Chat } from './Chat.tsx'
import classes from './Audit.module.css'

/** Who did what, and the chat of everybody; each part only for those who have its privilege. */
export function AuditPage() {
  const { part } = useParams<{ part?: string }>()
  const [, navigate] = useLocation()
  const refusal = useRefusals()
  const administration = refusal('viewAudit') === null
  const chat = refusal('readChatAudit') === null
  if (!administration && !chat) return <Redirect to="/offboarding" replace />
  const shown = chat && (part === 'chat' || !administration) ? 'chat' : 'administration'
  return (
    <>
      <PageHeader title="Audit">
        <Tabs value={shown} onChange={(to) => navigate(to === 'chat' ? '/audit/chat' : '/audit')}>
          <Tabs.List aria-label="Parts of the audit">
            {administration && (
              <Tabs.Tab value="administration" aria-controls="auditPart">
                Administration
              </Tabs.Tab>
            )}
            {chat && (
              <Tabs.Tab value="chat" aria-controls="auditPart">
                Chat
              </Tabs.Tab>
            )}
          </Tabs.List>
        </Tabs>
      </PageHeader>
      <div
        id="auditPart"
        role="tabpanel"
        aria-label={shown === 'chat' ? 'Chat' : 'Administration'}
        className={classes.part}
      >
        {shown === 'chat' ? <Chat /> : <Administration />}
      </div>
    </>
  )
}
