import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf, RouteName } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { refresh, routeQuery } from './routeQuery.ts'

export function useOperators(enabled: boolean) {
  return useQuery({ ...routeQuery('operators.list', {}), enabled })
}

type Change = Extract<RouteName, `operators.${string}`>

/** One change of the operators; the list and the own rights are asked for again. */
export function useOperatorChange<R extends Change>(route: R) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<R>) => call(route, input),
    onSuccess: () => refresh(client, ['operators.list', 'session.status']),
  })
}
