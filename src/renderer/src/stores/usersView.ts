import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { UserFilter, UserSort } from '../../../shared/directory/model.ts'

export type UsersFilters = Omit<UserFilter, 'search'>

type State = {
  search: string
  filters: UsersFilters
  sort: UserSort
  descending: boolean
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
  askForSearch: () => void
  searchAnswered: () => void
}

const noFilters: UsersFilters = {}

const useUsersViewStore = create<State & Actions>()((set) => ({
  search: '',
  filters: noFilters,
  sort: 'name',
  descending: false,
  row: 0,
  searchAsked: false,
  setSearch: (search) => set({ search, row: 0 }),
  setFilter: (change) => set(({ filters }) => ({ filters: withoutUndefined({ ...filters, ...change }), row: 0 })),
  clearFilters: () => set({ search: '', filters: noFilters, row: 0 }),
  sortBy: (sort) =>
    set((state) => ({ sort, descending: state.sort === sort ? !state.descending : startsDescending(sort), row: 0 })),
  setRow: (row) => set({ row }),
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
export const useUsersViewActions = () =>
  useUsersViewStore(
    useShallow(({ setSearch, setFilter, clearFilters, sortBy }) => ({ setSearch, setFilter, clearFilters, sortBy })),
  )
/** Whether a search or a filter leaves people out. */
export const useNarrowed = () =>
  useUsersViewStore(({ search, filters }) => search.trim() !== '' || Object.keys(filters).length > 0)
export const useCurrentRow = () => useUsersViewStore(useShallow(({ row, setRow }) => [row, setRow] as const))
export const useSearchAsked = () => useUsersViewStore((state) => state.askForSearch)
export const useSearchRequest = () =>
  useUsersViewStore(useShallow(({ searchAsked, searchAnswered }) => [searchAsked, searchAnswered] as const))
