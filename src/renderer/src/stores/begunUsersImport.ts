import { useShallow } from 'zustand/react/shallow'
import type { GrantId } from '../../../shared/ids.ts'
import type { Granted, UserMapping } from '../data/imports.ts'
import { createOperatorStore } from './operatorStore.ts'

type State = {
  file: Granted | null
  /** Undefined while the guess from the headers holds. */
  mapping: UserMapping | undefined
}
type Actions = {
  choose: (file: Granted) => void
  map: (mapping: UserMapping) => void
  /** Nothing is begun any more, unless another file was chosen meanwhile. */
  end: (grantId: GrantId) => void
}

const useBegunUsersImportStore = createOperatorStore<State & Actions>((set) => ({
  file: null,
  mapping: undefined,
  choose: (file) => set({ file, mapping: undefined }),
  map: (mapping) => set({ mapping }),
  end: (grantId) => set(({ file }) => (file?.grantId === grantId ? { file: null, mapping: undefined } : {})),
}))

/** The file of users that was chosen and is not imported yet. */
export const useChosenUsersFile = () =>
  useBegunUsersImportStore(useShallow(({ file, choose }) => [file, choose] as const))
/** Which of its columns fills which column of a user. */
export const useBegunMapping = () => useBegunUsersImportStore(useShallow(({ mapping, map }) => [mapping, map] as const))
export const useEndUsersImport = () => useBegunUsersImportStore((state) => state.end)
