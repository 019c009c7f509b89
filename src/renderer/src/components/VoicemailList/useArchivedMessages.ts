import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { countedMessages, type FoundMessage } from '../../../../shared/archives/library.ts'
import { call } from '../../ipc/client.ts'
import { listedMessage, mailboxOf, type ListedMessage } from './messages.ts'
import type { VoicemailSource } from './source.ts'
import type { Messages } from './messagePages.ts'

type Query = (VoicemailSource & { kind: 'archives' })['query']
const pageSize = 200

/** The messages of one archive, or of all in which the words occur. */
export function useArchivedMessages(asked: Query | null): Messages {
  const query = useInfiniteQuery({
    queryKey: ['archives.messages', asked],
    queryFn: ({ pageParam }) =>
      call('archives.messages', { ...asked, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  })
  const ofOne = asked?.archiveId !== undefined
  const messages = useMemo(
    () => query.data?.pages.flatMap((page) => page.messages.map((found) => fromArchive(found, ofOne))) ?? [],
    [query.data, ofOne],
  )
  const total = query.data?.pages[0]?.total ?? 0
  return {
    status: query.isPending ? 'loading' : query.isError && messages.length === 0 ? 'failed' : 'ready',
    error: query.error,
    total,
    atLeast: total === countedMessages,
    messages,
    loadMore: query.hasNextPage && !query.isFetching ? () => void query.fetchNextPage() : null,
    retry: () => void query.refetch(),
  }
}

/** In one archive everything is of the same person; among all, each message says whose it was. */
function fromArchive(found: FoundMessage, ofOne: boolean): ListedMessage {
  const { archiveId, personName, extension, message, note } = found
  const listed = listedMessage(message, { kind: 'archive', archiveId, messageId: message.id })
  const owner = ofOne ? null : extension === null ? personName : `${personName}, ${extension}`
  return { ...listed, archive: { id: archiveId, messageId: message.id, owner, mailbox: mailboxOf(found, owner), note } }
}
