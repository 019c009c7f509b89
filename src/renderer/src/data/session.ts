import {
  QueryObserver,
  useMutation,
  useQuery,
  useQueryClient,
  type Query,
  type QueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { NewOperator } from '../../../shared/operators/model.ts'
import { isAllowed, refusalOf, type Permission } from '../../../shared/operators/permissions.ts'
import { call, onEvent } from '../ipc/client.ts'
import { forgetOperator } from '../stores/operatorStore.ts'
import { routeQuery } from './routeQuery.ts'

const statusQuery = routeQuery('session.status', {})
/** What may stay in the window's memory when nobody is signed in. */
const keptRoutes: readonly unknown[] = ['tenant.status', 'session.status', 'preferences.get']

export function useSession() {
  return useQuery(statusQuery)
}

/**
 * Follows main. What was answered to one operator, and what they looked for and chose, is forgotten when they leave; under
 * the lock stays what they have in front of them, which is theirs again after it.
 */
export function useSessionEvents(): void {
  const client = useQueryClient()
  const locked = useSession().data?.state === 'locked'
  const release = useRef(() => {})
  useEffect(
    () =>
      onEvent('session.changed', ({ state }) => {
        if (state === 'locked') {
          release.current()
          release.current = holdShown(client)
        }
        if (state !== 'signedIn') forgetAnswers(client, state === 'locked')
        void (state === 'signedOut' ? beginAgain(client) : askAgain(client))
      }),
    [client],
  )
  // The pages have taken up their answers by now: effects of what is inside come first.
  useEffect(() => {
    if (!locked) release.current()
  }, [locked])
}

/** Holds the answers that stand on the pages, which nothing asks for while the lock hides them; the answer lets go. */
function holdShown(client: QueryClient): () => void {
  const shown = client.getQueryCache().findAll({ predicate: (query) => query.getObserversCount() > 0 })
  const ends = shown.map(({ options, queryKey }) =>
    new QueryObserver(client, { ...options, queryKey, enabled: false }).subscribe(() => {}),
  )
  return () => {
    for (const end of ends) end()
  }
}

function forgetAnswers(client: QueryClient, butShown: boolean): void {
  const mayStay = (query: Query): boolean =>
    keptRoutes.includes(query.queryKey[0]) || (butShown && query.getObserversCount() > 0)
  client.removeQueries({ predicate: (query) => !mayStay(query) })
}

async function askAgain(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: statusQuery.queryKey })
}

/** The next operator finds nothing of this one, but for work that still runs: it is the company's. */
async function beginAgain(client: QueryClient): Promise<void> {
  forgetOperator()
  const mutations = client.getMutationCache()
  for (const one of mutations.findAll({ predicate: ({ state }) => state.status !== 'pending' })) mutations.remove(one)
  await askAgain(client)
  // The pages are gone by now: the first one is not asked for on behalf of nobody.
  navigate('/', { replace: true })
}

/** Why whoever is signed in may not do this, or null when they may. For the reason at a disabled control. */
export function useRefusal(permission: Permission): string | null {
  return useRefusals()(permission)
}

/** The same for several permissions. */
export function useRefusals(): (permission: Permission) => string | null {
  const { data } = useSession()
  const operator = data?.operator ?? null
  return useCallback(
    (permission) => (operator !== null && isAllowed(operator, permission) ? null : refusalOf(permission)),
    [operator],
  )
}

export function useSignIn() {
  return useMutation({
    mutationFn: (typed: { userName: string; password: string }) => call('session.signIn', typed),
  })
}

export function useSignOut() {
  return useMutation({ mutationFn: () => call('session.signOut', {}) })
}

export function useLock() {
  return useMutation({ mutationFn: () => call('session.lock', {}) })
}

export function useUnlock() {
  return useMutation({ mutationFn: (password: string) => call('session.unlock', { password }) })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (typed: { current: string; next: string }) => call('session.changePassword', typed),
  })
}

/** Makes the primary administrator of a company without operators. */
export function useCreateFirst() {
  return useMutation({ mutationFn: (operator: NewOperator) => call('operators.createFirst', operator) })
}
