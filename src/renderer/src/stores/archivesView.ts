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
type Actions = { change: (change: Partial<View>) => void }

const useArchivesViewStore = createOperatorStore<View & Actions>((set) => ({
  search: '',
  state: null,
  tag: null,
  order: { sort: 'created', descending: true },
  part: 'archives',
  change: (change) => set(change),
}))

/** What is looked for on the Archives page; it is still so after an archive was opened. */
export const useArchivesView = () =>
  useArchivesViewStore(useShallow(({ search, state, tag, order, part }) => ({ search, state, tag, order, part })))
export const useChangeArchivesView = () => useArchivesViewStore((view) => view.change)
