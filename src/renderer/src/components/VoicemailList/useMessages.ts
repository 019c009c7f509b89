import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../ipc/client.ts'
import { listedMessage, type ListedMessage } from './messages.ts'
import type { VoicemailSource } from './source.ts'

const pageSize = 200

export type Messages = {
  status: 'loading' | 'failed' | 'ready'
  error: Error | null
  total: number
  messages: ListedMessage[]
  /** Null when everything is here or on its way. */
  loadMore: (() => void) | null
  retry: () => void
}

/** The messages of a source, newest first; those of an extension come page by page. */
export function useMessages(source: VoicemailSource): Messages {
  const extensionId = source.kind === 'extension' ? source.extensionId : null
  const query = useInfiniteQuery({
    queryKey: ['voicemail.list', extensionId],
    queryFn: ({ pageParam }) =>
      extensionId === null
        ? Promise.resolve({ total: 0, messages: [] })
        : call('voicemail.list', { extensionId, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const have = pages.reduce((sum, page) => sum + page.messages.length, 0)
      return have < last.total && last.messages.length > 0 ? have : undefined
    },
    enabled: extensionId !== null,
    placeholderData: keepPreviousData,
  })
  const archived = useMemo(() => (source.kind === 'archive' ? archivedMessages(source) : null), [source])
  const live = useMemo(
    () =>
      query.data?.pages.flatMap((page) =>
        page.messages.map((message) => listedMessage(message, `media://voicemail/${message.id}`)),
      ) ?? [],
    [query.data],
  )
  const retry = (): void => void query.refetch()
  if (archived !== null) {
    return { status: 'ready', error: null, total: archived.length, messages: archived, loadMore: null, retry }
  }
  return {
    status: query.isPending ? 'loading' : query.isError && live.length === 0 ? 'failed' : 'ready',
    error: query.error,
    total: query.data?.pages[0]?.total ?? 0,
    messages: live,
    loadMore: query.hasNextPage && !query.isFetching ? () => void query.fetchNextPage() : null,
    retry,
  }
}

function archivedMessages({ archiveId, messages }: VoicemailSource & { kind: 'archive' }): ListedMessage[] {
  return messages
    .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt))
    .map((message) => listedMessage(message, `media://archive/${archiveId}/${message.id}`))
}
