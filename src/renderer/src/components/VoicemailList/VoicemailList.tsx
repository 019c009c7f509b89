import { Alert, Button, Skeleton, Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ArchivedMessage } from '../../../../shared/archives/model.ts'
import type { ArchiveId, ExtensionId } from '../../../../shared/ids.ts'
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
  if (list.status === 'loading') return <Skeleton height={280} aria-label="Loading voicemail messages" />
  if (list.status === 'failed') {
    return (
      <Alert icon={<IconAlertCircle />} color="red" title="The voicemail messages could not be read">
        {list.error?.message}
        <Button size="xs" variant="default" mt="xs" display="block" onClick={list.retry}>
          Try again
        </Button>
      </Alert>
    )
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
