import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onEvent } from '../ipc/client.ts'
import { archiveAnswers } from './archives.ts'
import { auditAnswers } from './audit.ts'
import { directoryAnswers } from './directory.ts'
import { refresh } from './routeQuery.ts'
import { voicemailAnswers } from './voicemail.ts'

/** A run changes people, messages, archives and runs, a check changes archives, each the audit: what shows them is read again. */
export function useRefreshOnEvents(): void {
  const client = useQueryClient()
  useEffect(
    () => onEvent('archives.changed', () => void refresh(client, [...archiveAnswers, ...auditAnswers])),
    [client],
  )
  useEffect(
    () =>
      onEvent('runs.changed', () => {
        void refresh(client, [
          'runs.list',
          'runs.show',
          'runs.ofPerson',
          'retention.ofPerson',
          'rules.dialCheck',
          'person.contacts',
          'person.meetings',
          'person.otherRecords',
          'person.sessions',
          'person.preferences',
          'analytics.calls',
          ...directoryAnswers,
          ...voicemailAnswers,
          ...archiveAnswers,
          ...auditAnswers,
          'drafts.list',
          'tenant.status',
        ])
      }),
    [client],
  )
}
