import { useShallow } from 'zustand/react/shallow'
import type { ChatFilter } from '../../../shared/audit/chat.ts'
import type { OperatorId } from '../../../shared/ids.ts'
import { createOperatorStore } from './operatorStore.ts'

type Sitting = { operator: OperatorId; reason: string }
type State = {
  /** Why the chat is read; it ends with the operator and is never kept. */
  sitting: Sitting | null
  /** The last search that was made, and how many there were. */
  search: { filter: ChatFilter; nth: number } | null
}
type Actions = {
  begin: (sitting: Sitting) => void
  searchFor: (filter: ChatFilter) => void
}

const useAuditViewStore = createOperatorStore<State & Actions>((set) => ({
  sitting: null,
  search: null,
  begin: (sitting) =>
    set((state) => ({ sitting, search: state.sitting?.operator === sitting.operator ? state.search : null })),
  searchFor: (filter) => set(({ search }) => ({ search: { filter, nth: (search?.nth ?? 0) + 1 } })),
}))

/** The reason of whoever is signed in; somebody else's does not count. */
export const useReason = (operator: OperatorId | undefined) =>
  useAuditViewStore(({ sitting }) => (sitting?.operator === operator ? (sitting?.reason ?? null) : null))
export const useChatSearched = () => useAuditViewStore((state) => state.search)
export const useAuditViewActions = () => useAuditViewStore(useShallow(({ begin, searchFor }) => ({ begin, searchFor })))
