import {
  keepPreviousData,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { UserFilter, UserRow, UserSort } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { routeQuery } from './routeQuery.ts'

/** Rows that are asked for at once: several screens, and still one fast answer. */
export const usersPageSize = 100

export type UsersQuery = { filter: UserFilter; sort: UserSort; descending: boolean }

function usersPage({ filter, sort, descending }: UsersQuery, page: number) {
  return routeQuery('users.list', { filter, sort, descending, offset: page * usersPageSize, limit: usersPageSize })
}

/**
 * The directory as one long list of which only the pages around the visible rows are read. A new search shows the
 * last answer until its own is there; the total of a broad one comes a moment after its first rows.
 */
export function useUsers(query: UsersQuery, visible: { first: number; last: number }) {
  const head = useQuery({ ...usersPage(query, 0), placeholderData: keepPreviousData })
  const uncounted = head.data?.total === null && !head.isPlaceholderData
  const count = useQuery({ ...routeQuery('users.count', query), enabled: uncounted })
  const counted = head.data?.total ?? (uncounted ? count.data?.total : undefined)
  const total = counted ?? head.data?.users.length ?? 0
  const firstPage = Math.max(1, Math.floor(visible.first / usersPageSize))
  const lastPage = Math.floor(Math.min(visible.last, total - 1) / usersPageSize)
  const numbers = Array.from({ length: Math.max(0, lastPage - firstPage + 1) }, (_, index) => firstPage + index)
  const others = useQueries({ queries: numbers.map((page) => usersPage(query, page)) })
  const rowAt = (index: number): UserRow | undefined => {
    const page = Math.floor(index / usersPageSize)
    const answer = page === 0 ? head.data : others[numbers.indexOf(page)]?.data
    return answer?.users[index % usersPageSize]
  }
  return { head, total, counted, rowAt, changing: head.isPlaceholderData }
}

/** The people of a range of rows, also of those that were never on the screen. */
export async function usersBetween(
  client: QueryClient,
  query: UsersQuery,
  first: number,
  last: number,
): Promise<UserId[]> {
  const ids: UserId[] = []
  for (let page = Math.floor(first / usersPageSize); page * usersPageSize <= last; page += 1) {
    const { users } = await client.fetchQuery(usersPage(query, page))
    users.forEach(({ id }, index) => {
      const row = page * usersPageSize + index
      if (row >= first && row <= last) ids.push(id)
    })
  }
  return ids
}

export function useUsersBetween(query: UsersQuery) {
  const client = useQueryClient()
  return (first: number, last: number): Promise<UserId[]> => usersBetween(client, query, first, last)
}

/** Saves people as CSV where a dialog says. */
export function useExportUsers() {
  return useMutation({ mutationFn: (input: InputOf<'users.export'>) => call('users.export', input) })
}

/** The sites, departments and licenses that the filters offer. */
export function useUserFacets() {
  return useQuery(routeQuery('users.facets', {}))
}

/** When other products' records of a person go. */
export function useRetention(userId: UserId) {
  return useQuery(routeQuery('retention.ofPerson', { userId }))
}

/** The runs about one person, the newest first. */
export function usePersonRuns(userId: UserId) {
  return useQuery(routeQuery('runs.ofPerson', { userId }))
}

/** Whether an extension may dial a number; the last verdict stays until the next is there. */
export function useDialCheck(extensionNumber: string, dialed: string) {
  return useQuery({
    ...routeQuery('rules.dialCheck', { extensionNumber, dialed }),
    enabled: dialed !== '',
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
}

/** Everything that hangs on one person. */
export function useInventory(userId: UserId) {
  return useQuery(routeQuery('users.show', { userId }))
}
