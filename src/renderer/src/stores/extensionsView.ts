import { useShallow } from 'zustand/react/shallow'
import type { ExtensionFilter, ExtensionSort, NumberFilter, NumberSort } from '../../../shared/extensions/model.ts'
import { createOperatorStore } from './operatorStore.ts'

type State<Filters, Sort> = {
  search: string
  filters: Filters
  sort: Sort
  descending: boolean
  /** The row that has the keyboard, so that coming back finds the same place. */
  row: number
}
type Actions<Filters, Sort> = {
  setSearch: (search: string) => void
  setFilter: (change: { [K in keyof Filters]?: Filters[K] | undefined }) => void
  clearFilters: () => void
  sortBy: (sort: Sort) => void
  setRow: (row: number) => void
}

/** What a list shows, kept while other pages are open. most: orders of which the largest come first. */
function createListView<Filters extends object, Sort>(none: Filters, first: Sort, most: readonly Sort[]) {
  return createOperatorStore<State<Filters, Sort> & Actions<Filters, Sort>>((set) => ({
    search: '',
    filters: none,
    sort: first,
    descending: false,
    row: 0,
    setSearch: (search) => set({ search, row: 0 }),
    setFilter: (change) => set(({ filters }) => ({ filters: withoutUndefined({ ...filters, ...change }), row: 0 })),
    clearFilters: () => set({ search: '', filters: none, row: 0 }),
    sortBy: (sort) =>
      set((state) => ({ sort, descending: state.sort === sort ? !state.descending : most.includes(sort), row: 0 })),
    setRow: (row) => set({ row }),
  }))
}

function withoutUndefined<Filters extends object>(filters: { [K in keyof Filters]?: Filters[K] | undefined }): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Filters
}

type ExtensionFilters = Omit<ExtensionFilter, 'search'>
type NumberFilters = Omit<NumberFilter, 'search' | 'free'>

const useExtensionsStore = createListView<ExtensionFilters, ExtensionSort>({}, 'extension', ['voicemails', 'numbers'])
const useNumbersStore = createListView<NumberFilters, NumberSort>({}, 'number', [])

export const useExtensionsView = () => useExtensionsStore(useShallow((state) => state))
export const useNumbersView = () => useNumbersStore(useShallow((state) => state))
