import { keepPreviousData, useMutation, useMutationState, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnalyticsFilter, BillFilter, BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { pagesAround, pageSize, type Visible } from './pages.ts'
import { placesOf, type Group, type Place } from './places.ts'
import { routeQuery } from './routeQuery.ts'

/** What the page shows is read again when it is opened; the last answer stays until the next is there. */
const current = { placeholderData: keepPreviousData, staleTime: 0 }

/** Names a count for main, and has it stopped when its answer is not wanted any more. */
function countFor(signal: AbortSignal): { request: string } {
  const request = crypto.randomUUID()
  // Nobody waits for the end of a count that nobody wants.
  const stop = (): void => void call('analytics.stopCount', { request }).catch(() => undefined)
  signal.addEventListener('abort', stop)
  return { request }
}

export function useCallTotals(filter: AnalyticsFilter) {
  return useQuery({
    ...current,
    queryKey: ['analytics.callTotals', filter] as const,
    queryFn: ({ signal }) => call('analytics.callTotals', { filter, ...countFor(signal) }),
  })
}

export function useExtensionTotals(filter: AnalyticsFilter) {
  return useQuery({
    ...current,
    queryKey: ['analytics.extensionTotals', filter] as const,
    queryFn: ({ signal }) => call('analytics.extensionTotals', { filter, ...countFor(signal) }),
  })
}

export function useBillTotals(filter: BillFilter) {
  return useQuery({
    ...current,
    queryKey: ['analytics.billTotals', filter] as const,
    queryFn: ({ signal }) => call('analytics.billTotals', { filter, ...countFor(signal) }),
  })
}

/** Where the pages around the visible rows begin, without those whose place is not counted yet. */
function usePlaces(groups: readonly Group[] | undefined, visible: Visible, total: number) {
  const place = useMemo(() => placesOf(groups ?? []), [groups])
  return pagesAround(visible, total).flatMap((page): { page: number; at: Place }[] => {
    const at = place(page * pageSize)
    return at === null ? [] : [{ page, at }]
  })
}

/** The calls that a filter leaves as one long list, newest first; its first rows are there before they are counted. */
export function useCalls(filter: AnalyticsFilter, visible: Visible) {
  const head = useQuery({
    ...current,
    ...routeQuery('analytics.calls', { filter, skip: 0, limit: pageSize }),
  })
  const totals = useCallTotals(filter)
  const counted = totals.isPlaceholderData ? undefined : totals.data
  const groups = useMemo(
    () => counted?.days.toReversed().map(({ day, calls }) => ({ last: day, count: calls })),
    [counted],
  )
  const first = head.data?.calls ?? []
  const total = Math.max(head.isPlaceholderData ? 0 : (counted?.calls ?? 0), first.length)
  const places = usePlaces(groups, visible, total)
  const others = useQueries({
    queries: places.map(({ at: { last, skip } }) => ({
      ...routeQuery('analytics.calls', { filter: { ...filter, to: last }, skip, limit: pageSize }),
      staleTime: 0,
    })),
  })
  const rowAt = (row: number): CallRow | undefined => {
    if (row < pageSize) return first[row]
    const at = places.findIndex(({ page }) => page === Math.floor(row / pageSize))
    return others[at]?.data?.calls[row % pageSize]
  }
  return { head, counted, total, rowAt }
}

/** The billing records that a filter leaves, the newest month first. */
export function useBills(filter: BillFilter, visible: Visible) {
  const head = useQuery({ ...current, ...routeQuery('analytics.bills', { filter, skip: 0, limit: pageSize }) })
  const totals = useBillTotals(filter)
  const counted = totals.isPlaceholderData ? undefined : totals.data
  const groups = useMemo(
    () => counted?.months.map(({ month, records }) => ({ last: `${month}-01`, count: records })),
    [counted],
  )
  const first = head.data?.bills ?? []
  const total = Math.max(head.isPlaceholderData ? 0 : (counted?.records ?? 0), first.length)
  const places = usePlaces(groups, visible, total)
  const others = useQueries({
    queries: places.map(({ at: { last, skip } }) => ({
      ...routeQuery('analytics.bills', { filter: { ...filter, to: last }, skip, limit: pageSize }),
      staleTime: 0,
    })),
  })
  const rowAt = (row: number): BillRow | undefined => {
    if (row < pageSize) return first[row]
    const at = places.findIndex(({ page }) => page === Math.floor(row / pageSize))
    return others[at]?.data?.bills[row % pageSize]
  }
  return { head, counted, total, rowAt }
}

/** People whom the filter can name, those who have left too. */
export function useAnalyticsPeople(search: string, goneOnly: boolean) {
  return useQuery({ ...current, ...routeQuery('analytics.people', { search, goneOnly }) })
}

export type WantedExport = InputOf<'analytics.export'>
const exportKey = ['analytics.export']

/** Saves as CSV where a dialog says; null when it was cancelled. */
export function useExportAnalytics() {
  return useMutation({
    mutationKey: exportKey,
    mutationFn: (wanted: WantedExport) => call('analytics.export', wanted),
  })
}

/** What is exported now, also when its page was left meanwhile; undefined when nothing is. */
export function useRunningExport(): WantedExport | undefined {
  const running = useMutationState({
    filters: { mutationKey: exportKey, status: 'pending' },
    select: ({ state }) => state.variables as WantedExport,
  })
  return running.at(-1)
}

/** Stops the export that runs; the export answers that it was cancelled. */
export function useCancelExport() {
  return useMutation({ mutationFn: () => call('analytics.cancelExport', {}) })
}
