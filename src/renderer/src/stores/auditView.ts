import { useShallow } from 'zustand/react/shallow'
import type { ChatFilter } from '../../../shared/audit/chat.ts'
import type { OperatorId } from '../../../shared/ids.ts'
import { createOperatorStore } from './operatorStore.ts'

/** What the entries are narrowed to, as it stands in the fields. */
export type EntryFields = {
  operator: string | null
  action: string | null
  text: string
  from: string
  until: string
}
export const noFields: EntryFields = { operator: null, action: null, text: '', from: '', until: '' }
type Sitting = { operator: OperatorId; reason: string }
type State = {
  fields: EntryFields
  /** The rows that have the keyboard, so that coming back finds the same place: of the entries, and of what was found. */
  entry: number
  hit: number
  /** Why the chat is read; it ends with the operator and is never kept. */
  sitting: Sitting | null
  /** The last search that was made, and how many there were. */
  search: { filter: ChatFilter; nth: number } | null
}
type Actions = {
  setFields: (change: Partial<EntryFields>) => void
  setEntry: (row: number) => void
  setHit: (row: number) => void
  begin: (sitting: Sitting) => void
  searchFor: (filter: ChatFilter) => void
}

const useAuditViewStore = createOperatorStore<State & Actions>((set) => ({
  fields: noFields,
  entry: 0,
  hit: 0,
  setFields: (change) => set(({ fields }) => ({ fields: { ...fields, ...change }, entry: 0 })),
  setEntry: (entry) => set({ entry }),
  setHit: (hit) => set({ hit }),
  sitting: null,
  search: null,
  begin: (sitting) =>
    set((state) => ({ sitting, search: state.sitting?.operator === sitting.operator ? state.search : null })),
  searchFor: (filter) => set(({ search }) => ({ search: { filter, nth: (search?.nth ?? 0) + 1 }, hit: 0 })),
}))

export const useEntryFields = () =>
  useAuditViewStore(useShallow(({ fields, setFields }) => [fields, setFields] as const))
export const useEntryRow = () => useAuditViewStore(useShallow(({ entry, setEntry }) => [entry, setEntry] as const))
export const useHitRow = () => useAuditViewStore(useShallow(({ hit, setHit }) => [hit, setHit] as const))
/** The reason of whoever is signed in; somebody else's does not count. */
export const useReason = (operator: OperatorId | undefined) =>
  useAuditViewStore(({ sitting }) => (sitting?.operator === operator ? (sitting?.reason ?? null) : null))
export const useChatSearched = () => useAuditViewStore((state) => state.search)
export const useAuditViewActions = () => useAuditViewStore(useShallow(({ begin, searchFor }) => ({ begin, searchFor })))
