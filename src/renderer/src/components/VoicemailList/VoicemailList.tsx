import { Text } from '@mantine/core'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import { SkeletonRows } from '../QueryView/SkeletonRows.tsx'
import { MessageBrowser, type KeptRow } from './MessageBrowser.tsx'
import type { VoicemailSource } from './source.ts'
import { useMessages } from './useMessages.ts'

export type VoicemailListProps = {
  source: VoicemailSource
  /** Pixels of the window's height that something else takes; the list has the rest. */
  around: number
  /** The chosen row and how it is kept, where whoever comes back is to find it again. */
  row?: KeptRow
}

/** Voicemail messages, newest first, with a player for the chosen one. */
export function VoicemailList({ source, around, row }: VoicemailListProps) {
  const list = useMessages(source)
  if (list.status === 'loading') return <SkeletonRows rows={7} height={32} />
  if (list.status === 'failed') {
    return <ErrorAlert title="The voicemail messages could not be read" error={list.error} onRetry={list.retry} />
  }
  if (list.total === 0) {
    return (
      <Text size="sm" c="dimmed">
        {nothing(source)}
      </Text>
    )
  }
  return <MessageBrowser key={keyOf(source)} list={list} around={around} {...(row !== undefined && { kept: row })} />
}

function nothing(source: VoicemailSource): string {
  if (source.kind === 'extension') return 'No voicemail message lies on the extension.'
  if (source.query.archiveId !== undefined) return 'The archive holds no voicemail message.'
  return source.query.search === ''
    ? 'No archive holds a voicemail message.'
    : 'No message matches. Use fewer words, or parts of words.'
}

/** Another list, and another search, begin with their first message. */
function keyOf(source: VoicemailSource): string {
  return source.kind === 'extension' ? source.extensionId : `${source.query.archiveId} ${source.query.search}`
}
