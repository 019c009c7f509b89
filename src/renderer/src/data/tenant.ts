import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { routeQuery } from './routeQuery.ts'

export function useTenant() {
  return useQuery(routeQuery('tenant.status', {}))
}

export function useAppInfo() {
  return useQuery(routeQuery('app.info', {}))
}

/** Makes the demo company; every answer of before is forgotten. */
export function useCreateDemo() {
  const client = useQueryClient()
  return useMutation({ mutationFn: () => call('tenant.createDemo', {}), onSuccess: () => client.invalidateQueries() })
}

export function useCreateOwn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (company: InputOf<'tenant.createOwn'>) => call('tenant.createOwn', company),
    onSuccess: () => client.invalidateQueries(),
  })
}
