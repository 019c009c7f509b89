import { useShallow } from 'zustand/react/shallow'
import type { UserId, VoicemailId } from '../../../shared/ids.ts'
import type { VoicemailFilter, VoicemailSort } from '../../../shared/voicemail/model.ts'
import { createOperatorStore } from './operatorStore.ts'
import { keptSelection, nothingSelected, type Selection } from './selection.ts'

/** A person with the words that name them in a filter. */
export type NamedOwner = { userId: UserId; name: string }

export type VoicemailFilters = Pick<
  VoicemailFilter,
  'extension' | 'folder' | 'unread' | 'format' | 'from' | 'until'
> & {
  caller?: string
  ownerThen?: NamedOwner
  /** free: the extension is nobody's now. */
  ownerNow?: NamedOwner | 'free'
}

type State = {
  search: string
  filters: VoicemailFilters
  sort: VoicemailSort
  descending: boolean
  selection: Selection<VoicemailId>
  /** The row that has the keyboard, so that coming back finds the same place. */
  row: number
}
type Actions = {
  setSearch: (search: string) => void
  setFilter: (change: { [K in keyof VoicemailFilters]?: VoicemailFilters[K] | undefined }) => void
  clearFilters: () => void
  /** What a link of another page wants to see, and nothing else narrowed. */
  show: (filters: VoicemailFilters) => void
  sortBy: (sort: VoicemailSort) => void
  setRow: (row: number) => void
  setSelection: (selection: Selection<VoicemailId>) => void
}

const start = { search: '', filters: {}, row: 0 }

const useVoicemailViewStore = createOperatorStore<State & Actions>((set) => ({
  ...start,
  sort: 'received',
  descending: true,
  selection: nothingSelected,
  setSearch: (search) => set(({ selection }) => ({ search, row: 0, selection: keptSelection(selection) })),
  setFilter: (change) =>
    set(({ filters, selection }) => ({
      filters: given({ ...filters, ...change }),
      row: 0,
      selection: keptSelection(selection),
    })),
  clearFilters: () => set(({ selection }) => ({ ...start, selection: keptSelection(selection) })),
  show: (filters) =>
    set(({ selection }) => ({
      ...start,
      filters,
      sort: 'received',
      descending: true,
      selection: keptSelection(selection),
    })),
  sortBy: (sort) =>
    set((state) => ({ sort, descending: state.sort === sort ? !state.descending : startsDescending(sort), row: 0 })),
  setRow: (row) => set({ row }),
  setSelection: (selection) => set({ selection }),
}))

/** Whoever sorts by time looks for the newest, by length for the longest. */
function startsDescending(sort: VoicemailSort): boolean {
  return sort === 'received' || sort === 'seconds'
}

function given(filters: { [K in keyof VoicemailFilters]?: VoicemailFilters[K] | undefined }): VoicemailFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as VoicemailFilters
}

export const useVoicemailView = () =>
  useVoicemailViewStore(useShallow(({ search, filters, sort, descending }) => ({ search, filters, sort, descending })))
export const useVoicemailActions = () =>
  useVoicemailViewStore(
    useShallow(({ setSearch, setFilter, clearFilters, show, sortBy }) => ({
      setSearch,
      setFilter,
      clearFilters,
      show,
      sortBy,
    })),
  )
export const useVoicemailSelection = () =>
  useVoicemailViewStore(useShallow(({ selection, setSelection }) => ({ selection, setSelection })))
export const useVoicemailRow = () => useVoicemailViewStore(useShallow(({ row, setRow }) => [row, setRow] as const))
/** Whether a search or a filter leaves messages out. */
export const useVoicemailNarrowed = () =>
  useVoicemailViewStore(({ search, filters }) => search.trim() !== '' || Object.keys(filters).length > 0)
