import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ExtensionId } from '../../../../shared/ids.ts'
import { call } from '../../ipc/client.ts'
import { listedMessage } from './messages.ts'
import type { Messages } from './messagePages.ts'

const pageSize = 200

/** The messages that lie on an extension now. */
export function useExtensionMessages(extensionId: ExtensionId | null): Messages {
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
  const messages = useMemo(
    () =>
      query.data?.pages.flatMap((page) =>
        page.messages.map((message) => listedMessage(message, { kind: 'voicemail', id: message.id })),
      ) ?? [],
    [query.data],
  )
  return {
    status: query.isPending ? 'loading' : query.isError && messages.length === 0 ? 'failed' : 'ready',
    error: query.error,
    total: query.data?.pages[0]?.total ?? 0,
    atLeast: false,
    messages,
    loadMore: query.hasNextPage && !query.isFetching ? () => void query.fetchNextPage() : null,
    retry: () => void query.refetch(),
  }
}
