import { useShallow } from 'zustand/react/shallow'
import type { UserFilter, UserSort } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import { createOperatorStore } from './operatorStore.ts'
import { keptSelection, nothingSelected, type Selection } from './selection.ts'

/** Days of leaving as they are chosen: any day, the next seven or thirty days, or a day that has passed. */
export type Leaving = 'anyDay' | 'week' | 'month' | 'passed'
export type UsersFilters = Omit<UserFilter, 'search' | 'leaving' | 'leavesFrom' | 'leavesUntil'> & { leaving?: Leaving }
type State = {
  search: string
  filters: UsersFilters
  sort: UserSort
  descending: boolean
  selection: Selection<UserId>
  /** The row that has the keyboard, so that coming back from a user finds the same place. */
  row: number
  /** Raised by a command that wants the search field; the page lowers it. */
  searchAsked: boolean
}
type Actions = {
  setSearch: (search: string) => void
  setFilter: (change: { [K in keyof UsersFilters]?: UsersFilters[K] | undefined }) => void
  clearFilters: () => void
  sortBy: (sort: UserSort) => void
  setRow: (row: number) => void
  setSelection: (selection: Selection<UserId>) => void
  askForSearch: () => void
  searchAnswered: () => void
}

const noFilters: UsersFilters = {}

const useUsersViewStore = createOperatorStore<State & Actions>((set) => ({
  search: '',
  filters: noFilters,
  sort: 'name',
  descending: false,
  selection: nothingSelected,
  row: 0,
  searchAsked: false,
  setSearch: (search) => set(({ selection }) => ({ search, row: 0, selection: keptSelection(selection) })),
  setFilter: (change) =>
    set(({ filters, selection }) => ({
      filters: withoutUndefined({ ...filters, ...change }),
      row: 0,
      selection: keptSelection(selection),
    })),
  clearFilters: () =>
    set(({ selection }) => ({ search: '', filters: noFilters, row: 0, selection: keptSelection(selection) })),
  sortBy: (sort) =>
    set((state) => ({ sort, descending: state.sort === sort ? !state.descending : startsDescending(sort), row: 0 })),
  setRow: (row) => set({ row }),
  setSelection: (selection) => set({ selection }),
  askForSearch: () => set({ searchAsked: true }),
  searchAnswered: () => set({ searchAsked: false }),
}))

/** Whoever sorts by a count looks for the most. */
function startsDescending(sort: UserSort): boolean {
  return sort === 'voicemails'
}

function withoutUndefined(filters: { [K in keyof UsersFilters]?: UsersFilters[K] | undefined }): UsersFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as UsersFilters
}

export const useUsersView = () =>
  useUsersViewStore(useShallow(({ search, filters, sort, descending }) => ({ search, filters, sort, descending })))
/** What the filters show: typing in the search field does not draw them again. */
export const useUserFilters = () => useUsersViewStore(({ filters }) => filters)
export const useUsersViewActions = () =>
  useUsersViewStore(
    useShallow(({ setSearch, setFilter, clearFilters, sortBy }) => ({ setSearch, setFilter, clearFilters, sortBy })),
  )
export const useUserSelection = () =>
  useUsersViewStore(useShallow(({ selection, setSelection }) => ({ selection, setSelection })))
/** Whether a search or a filter leaves people out. */
export const useNarrowed = () =>
  useUsersViewStore(({ search, filters }) => search.trim() !== '' || Object.keys(filters).length > 0)
export const useCurrentRow = () => useUsersViewStore(useShallow(({ row, setRow }) => [row, setRow] as const))
export const useSearchAsked = () => useUsersViewStore((state) => state.askForSearch)
export const useSearchRequest = () =>
  useUsersViewStore(useShallow(({ searchAsked, searchAnswered }) => [searchAsked, searchAnswered] as const))
