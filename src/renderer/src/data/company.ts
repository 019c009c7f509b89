import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { directoryAnswers } from './directory.ts'
import { refresh, routeQuery } from './routeQuery.ts'

export function useCompanySettings() {
  return useQuery(routeQuery('company.settings', {}))
}

/** What the bills are in; dollars until the settings are read. */
export function useCurrency(): string {
  return useCompanySettings().data?.currency ?? 'USD'
}

export function useSites() {
  return useQuery(routeQuery('company.sites', {}))
}

/** The periods decide what plans and pages say, so everything is asked again. */
export function useChangeCompany() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: InputOf<'company.change'>) => call('company.change', settings),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Asks what the next daily sweep would delete with another period. */
export function useAskNextSweep() {
  return useMutation({ mutationFn: (months: number) => call('retention.nextSweep', { months }) })
}

type SiteChange = 'company.addSite' | 'company.changeSite' | 'company.removeSite'

/** One change of the sites; the lists that name them are asked for again. */
export function useSiteChange<R extends SiteChange>(route: R) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<R>) => call(route, input),
    onSuccess: () => refresh(client, directoryAnswers),
  })
}
