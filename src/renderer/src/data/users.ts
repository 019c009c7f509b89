import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UserFilter, UserRow, UserSort } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { useNotShown } from './notShown.ts'
import { pageNumbered, rowsBetween, useIsEmpty, useListCountedLater } from './pages.ts'
import { routeQuery } from './routeQuery.ts'

export type UsersQuery = { filter: UserFilter; sort: UserSort; descending: boolean }

function usersPages(query: UsersQuery) {
  return {
    page: (number: number) => routeQuery('users.list', { ...query, ...pageNumbered(number) }),
    rowsIn: ({ users }: { users: readonly UserRow[] }) => users,
  }
}

/** The directory as one long list. A new search shows the last answer until its own is there. */
export function useUsers(query: UsersQuery, row: number) {
  return useListCountedLater(usersPages(query), routeQuery('users.count', query), row)
}

/** Whether the directory shows nobody. */
export function useNoUsers(query: UsersQuery): boolean {
  return useIsEmpty(usersPages(query))
}

/** Asks for the first rows of a search before its letter is drawn: main looks while the page draws. */
export function useAskAhead(): (query: UsersQuery) => void {
  const client = useQueryClient()
  return (query) => void client.prefetchQuery(usersPages(query).page(0))
}

export function useUsersBetween(query: UsersQuery) {
  const client = useQueryClient()
  return async (first: number, last: number): Promise<UserId[]> => {
    const users = await rowsBetween(client, usersPages(query), { first, last })
    return users.map(({ id }) => id)
  }
}

/** How many of these people the list does not show. */
export function useUsersNotShown(query: UsersQuery, users: ReadonlySet<UserId>): number {
  return useNotShown(routeQuery('users.count', { ...query, of: [...users] }), users.size)
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
