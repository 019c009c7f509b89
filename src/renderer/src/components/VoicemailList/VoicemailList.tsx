import { Text } from '@mantine/core'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import { SkeletonRows } from '../QueryView/SkeletonRows.tsx'
import { MessageBrowser } from './MessageBrowser.tsx'
import type { VoicemailSource } from './source.ts'
import { useMessages } from './useMessages.ts'

export type VoicemailListProps = { source: VoicemailSource }

/** Voicemail messages, newest first, with a player for the chosen one. */
export function VoicemailList({ source }: VoicemailListProps) {
  const list = useMessages(source)
  if (list.status === 'loading') return <SkeletonRows rows={7} height={32} />
  if (list.status === 'failed') {
    return <ErrorAlert title="The voicemail messages could not be read" error={list.error} onRetry={list.retry} />
  }
  if (list.total === 0) {
    return (
      <Text size="sm" c="dimmed">
        {source.kind === 'archive'
          ? 'The archive holds no voicemail message.'
          : 'No voicemail message lies on the extension.'}
      </Text>
    )
  }
  return <MessageBrowser key={source.kind === 'archive' ? source.archiveId : source.extensionId} list={list} />
}
