import {
  keepPreviousData,
  useMutation,
  useMutationState,
  useQueries,
  useQuery,
  type QueryKey,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { AnalyticsFilter, BillFilter, BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { InputOf } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'
import { pagesAround, pageSize, useVisible, type LongList } from './pages.ts'
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

/** A list that is read by what ends with a day or a month: a page far down is as fast as the first. */
type Placed<Filter, Answer, Row, Key extends QueryKey> = {
  filter: Filter
  part: (asked: { filter: Filter; skip: number; limit: number }) => UseQueryOptions<Answer, Error, Answer, Key>
  rowsIn: (answer: Answer) => readonly Row[]
  /** Undefined while they are counted. */
  groups: readonly Group[] | undefined
  counted: number | undefined
  row: number
}

/** The rows that a filter leaves as one long list, newest first; its first rows are there before they are counted. */
function usePlacedList<Filter, Answer, Row, Key extends QueryKey>(wanted: Placed<Filter, Answer, Row, Key>) {
  const { filter, part, rowsIn, groups, row } = wanted
  const [visible, onVisible] = useVisible(row)
  const head = useQuery({ ...current, ...part({ filter, skip: 0, limit: pageSize }) })
  const first = head.data === undefined ? [] : rowsIn(head.data)
  const counted = head.isPlaceholderData ? undefined : wanted.counted
  const total = Math.max(counted ?? 0, first.length)
  const place = useMemo(() => placesOf(groups ?? []), [groups])
  const places = pagesAround(visible, total).flatMap((page): { page: number; at: Place }[] => {
    const at = place(page * pageSize)
    return at === null ? [] : [{ page, at }]
  })
  const others = useQueries({
    queries: places.map(({ at: { last, skip } }) => ({
      ...part({ filter: { ...filter, to: last }, skip, limit: pageSize }),
      staleTime: 0,
    })),
  })
  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / pageSize)
    if (page === 0) return first[index]
    const answer = others[places.findIndex((one) => one.page === page)]?.data
    return answer === undefined ? undefined : rowsIn(answer)[index % pageSize]
  }
  const { data, isPlaceholderData: changing } = head
  const list: LongList<Row> = { loaded: data !== undefined, changing, counted, total, rowAt, onVisible }
  return { head, list }
}

/** The calls that a filter leaves, and their totals. */
export function useCalls(filter: AnalyticsFilter, row: number) {
  const { data, isPlaceholderData } = useCallTotals(filter)
  const totals = isPlaceholderData ? undefined : data
  const groups = useMemo(
    () => totals?.days.toReversed().map(({ day, calls }) => ({ last: day, count: calls })),
    [totals],
  )
  const part = (asked: InputOf<'analytics.calls'>) => routeQuery('analytics.calls', asked)
  const rowsIn = ({ calls }: { calls: readonly CallRow[] }) => calls
  return { totals, ...usePlacedList({ filter, part, rowsIn, groups, counted: totals?.calls, row }) }
}

/** The billing records that a filter leaves, and their totals. */
export function useBills(filter: BillFilter, row: number) {
  const { data, isPlaceholderData } = useBillTotals(filter)
  const totals = isPlaceholderData ? undefined : data
  const groups = useMemo(
    () => totals?.months.map(({ month, records }) => ({ last: `${month}-01`, count: records })),
    [totals],
  )
  const part = (asked: InputOf<'analytics.bills'>) => routeQuery('analytics.bills', asked)
  const rowsIn = ({ bills }: { bills: readonly BillRow[] }) => bills
  return { totals, ...usePlacedList({ filter, part, rowsIn, groups, counted: totals?.records, row }) }
}

/** People whom the filter can name, those who have left too. */
export function useAnalyticsPeople(search: string, goneOnly: boolean) {
  return useQuery({ ...current, ...routeQuery('analytics.people', { search, goneOnly }) })
}

/** Whether there is any call and any billing record at all, whatever is filtered; taken for true until it is known. */
export function useAnyAnalytics(): { calls: boolean; bills: boolean } {
  const one = { filter: {}, skip: 0, limit: 1 }
  const calls = useQuery({ ...current, ...routeQuery('analytics.calls', one) })
  const bills = useQuery({ ...current, ...routeQuery('analytics.bills', one) })
  return { calls: (calls.data?.calls.length ?? 1) > 0, bills: (bills.data?.bills.length ?? 1) > 0 }
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
