import { useShallow } from 'zustand/react/shallow'
import type { ArchiveSort, ArchiveState } from '../../../shared/archives/library.ts'
import { createOperatorStore } from './operatorStore.ts'

export type ArchivesOrder = { sort: ArchiveSort; descending: boolean }
type View = {
  search: string
  state: ArchiveState | null
  tag: string | null
  order: ArchivesOrder
  part: 'archives' | 'messages'
}
/** The rows that have the keyboard, of the archives and of the messages, so that coming back finds the same place. */
type Rows = { row: number; messageRow: number }
type Actions = {
  change: (change: Partial<View>) => void
  setRow: (row: number) => void
  setMessageRow: (messageRow: number) => void
}

const useArchivesViewStore = createOperatorStore<View & Rows & Actions>((set) => ({
  search: '',
  state: null,
  tag: null,
  order: { sort: 'created', descending: true },
  part: 'archives',
  row: 0,
  messageRow: 0,
  // Another part of the page is no other list; of the messages only another search is one.
  change: (change) =>
    set({
      ...change,
      ...(change.part === undefined && { row: 0 }),
      ...(change.search !== undefined && { messageRow: 0 }),
    }),
  setRow: (row) => set({ row }),
  setMessageRow: (messageRow) => set({ messageRow }),
}))

/** What is looked for on the Archives page; it is still so after an archive was opened. */
export const useArchivesView = () =>
  useArchivesViewStore(useShallow(({ search, state, tag, order, part }) => ({ search, state, tag, order, part })))
export const useArchivesRow = () => useArchivesViewStore(useShallow(({ row, setRow }) => [row, setRow] as const))
export const useArchivedMessagesRow = () =>
  useArchivesViewStore(useShallow(({ messageRow, setMessageRow }) => [messageRow, setMessageRow] as const))
export const useChangeArchivesView = () => useArchivesViewStore((view) => view.change)
