import { Text } from '@mantine/core'
import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import type { ArchiveId, ExtensionId } from '../../../../shared/ids.ts'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import { SkeletonRows } from '../QueryView/SkeletonRows.tsx'
import { MessageBrowser } from './MessageBrowser.tsx'
import { useMessages } from './useMessages.ts'

/** Where the messages come from: live from an extension, or from the bag of an archive. */
export type VoicemailSource =
  | { kind: 'extension'; extensionId: ExtensionId }
  | { kind: 'archive'; archiveId: ArchiveId; messages: ArchivedMessage[] }

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
