import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { UserFilter, UserRow, UserSort } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import { routeQuery } from './routeQuery.ts'

/** Rows that are asked for at once: several screens, and still one fast answer. */
export const usersPageSize = 100

export type UsersQuery = { filter: UserFilter; sort: UserSort; descending: boolean }

function usersPage({ filter, sort, descending }: UsersQuery, page: number) {
  return routeQuery('users.list', { filter, sort, descending, offset: page * usersPageSize, limit: usersPageSize })
}

/**
 * The directory as one long list of which only the pages around the visible rows are read. A new search shows the
 * last answer until its own is there.
 */
export function useUsers(query: UsersQuery, visible: { first: number; last: number }) {
  const head = useQuery({ ...usersPage(query, 0), placeholderData: keepPreviousData })
  const firstPage = Math.max(1, Math.floor(visible.first / usersPageSize))
  const lastPage = Math.floor(Math.min(visible.last, (head.data?.total ?? 1) - 1) / usersPageSize)
  const numbers = Array.from({ length: Math.max(0, lastPage - firstPage + 1) }, (_, index) => firstPage + index)
  const others = useQueries({ queries: numbers.map((page) => usersPage(query, page)) })
  const rowAt = (index: number): UserRow | undefined => {
    const page = Math.floor(index / usersPageSize)
    const answer = page === 0 ? head.data : others[numbers.indexOf(page)]?.data
    return answer?.users[index % usersPageSize]
  }
  return { head, total: head.data?.total ?? 0, rowAt, changing: head.isPlaceholderData }
}

/** The sites and departments that the filters offer. */
export function useUserFacets() {
  return useQuery(routeQuery('users.facets', {}))
}

/** Everything that hangs on one person. */
export function useInventory(userId: UserId) {
  return useQuery(routeQuery('users.show', { userId }))
}
