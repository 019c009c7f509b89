import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BillCursor, CallCursor } from '../../../shared/analytics/contract.ts'
import type { BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import { call } from '../ipc/client.ts'

const limit = 200

type Read<Row, Cursor> = (after: Cursor | null) => Promise<{ rows: Row[]; next: Cursor | null }>

/** A list whose pages follow each other: it is read as far as the last visible row. */
function useFollowingPages<Row, Cursor>(key: readonly unknown[], lastVisible: number, read: Read<Row, Cursor>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam as Cursor | null),
    initialPageParam: null as Cursor | null,
    getNextPageParam: ({ next }) => next,
  })
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const behind = lastVisible >= rows.length && hasNextPage && !isFetching && !isError
  useEffect(() => {
    if (behind) void fetchNextPage()
  }, [behind, fetchNextPage])
  return { query, rowAt: (index: number): Row | undefined => rows[index] }
}

/** The calls of a person out of Analytics, with the names as they were, the newest first. */
export function usePersonCalls(userId: UserId, lastVisible: number) {
  return useFollowingPages<CallRow, CallCursor>(['analytics.calls', 'person', userId], lastVisible, async (after) => {
    const { calls, next } = await call('analytics.calls', { filter: { userId }, after, limit })
    return { rows: calls, next }
  })
}

/** What was billed for a person, the newest month first. */
export function usePersonBills(userId: UserId, lastVisible: number) {
  return useFollowingPages<BillRow, BillCursor>(['analytics.bills', 'person', userId], lastVisible, async (after) => {
    const { bills, next } = await call('analytics.bills', { filter: { userId }, after, limit })
    return { rows: bills, next }
  })
}
