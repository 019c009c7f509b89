import { useCallback } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { CallDirection, CallDisposition, CallSide } from '../../../shared/analytics/model.ts'
import type { SiteId } from '../../../shared/ids.ts'
import { createOperatorStore } from './operatorStore.ts'

export type AnalyticsPart = 'overview' | 'calls' | 'bills'
export type Period = 'days30' | 'days90' | 'thisMonth' | 'lastMonth' | 'months12' | 'all' | 'days'
/** One side of a call with the words that name it. */
export type NamedSide = { side: CallSide; label: string }

export type AnalyticsFilters = {
  period: Period
  /** The days of the period "days"; empty is open. */
  from: string
  to: string
  who: NamedSide | null
  peer: NamedSide | null
  site: SiteId | null
  direction: CallDirection | null
  disposition: CallDisposition | null
  goneOnly: boolean
}

type List = Exclude<AnalyticsPart, 'overview'>
type Rows = Readonly<Record<List, number>>
type State = {
  part: AnalyticsPart
  filters: AnalyticsFilters
  /** The row of each list that has the keyboard, so that coming back finds the same place. */
  rows: Rows
}
type Actions = {
  setPart: (part: AnalyticsPart) => void
  setFilters: (change: Partial<AnalyticsFilters>) => void
  clearFilters: () => void
  setRow: (list: List, row: number) => void
  /** What a link of another page wants to see, and nothing else narrowed. */
  show: (part: AnalyticsPart, filters: Partial<AnalyticsFilters>) => void
}

const noFilters: AnalyticsFilters = {
  period: 'days90',
  from: '',
  to: '',
  who: null,
  peer: null,
  site: null,
  direction: null,
  disposition: null,
  goneOnly: false,
}

const firstRows: Rows = { calls: 0, bills: 0 }

const useAnalyticsViewStore = createOperatorStore<State & Actions>((set) => ({
  part: 'overview',
  filters: noFilters,
  rows: firstRows,
  setPart: (part) => set({ part }),
  // The other side is that of somebody: without whom there is none.
  setFilters: (change) =>
    set(({ filters }) => ({
      filters: { ...filters, ...change, ...(change.who === null && { peer: null }) },
      rows: firstRows,
    })),
  clearFilters: () =>
    set(({ filters: { period, from, to } }) => ({ filters: { ...noFilters, period, from, to }, rows: firstRows })),
  setRow: (list, row) => set(({ rows }) => ({ rows: { ...rows, [list]: row } })),
  show: (part, filters) => set({ part, filters: { ...noFilters, period: 'all', ...filters }, rows: firstRows }),
}))

export const useAnalyticsPart = () => useAnalyticsViewStore((state) => state.part)
export const useAnalyticsFilters = () => useAnalyticsViewStore((state) => state.filters)
export const useAnalyticsActions = () =>
  useAnalyticsViewStore(
    useShallow(({ setPart, setFilters, clearFilters, show }) => ({ setPart, setFilters, clearFilters, show })),
  )
export function useAnalyticsRow(list: List) {
  const row = useAnalyticsViewStore(({ rows }) => rows[list])
  const setRow = useAnalyticsViewStore((state) => state.setRow)
  return [row, useCallback((next: number) => setRow(list, next), [list, setRow])] as const
}
/** Whether anything but the period leaves calls out. */
export const useAnalyticsNarrowed = () =>
  useAnalyticsViewStore(
    ({ filters: { who, site, direction, disposition, goneOnly } }) =>
      goneOnly || [who, site, direction, disposition].some((one) => one !== null),
  )
