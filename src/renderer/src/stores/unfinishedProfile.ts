import type { UserId } from '../../../shared/ids.ts'
import type { NewProfile } from '../../../shared/offboarding/choices.ts'
import { createOperatorStore } from './operatorStore.ts'

type State = { unfinished: { userId: UserId; profile: NewProfile } | null }
type Actions = { keep: (unfinished: State['unfinished']) => void }

const useUnfinishedProfileStore = createOperatorStore<State & Actions>((set) => ({
  unfinished: null,
  keep: (unfinished) => set({ unfinished }),
}))

/** What was typed of the profile that takes over from a person, and is no choice of the plan before it is whole. */
export const useUnfinishedProfile = (userId: UserId) =>
  useUnfinishedProfileStore(({ unfinished }) => (unfinished?.userId === userId ? unfinished.profile : null))
export const useKeepUnfinishedProfile = () => useUnfinishedProfileStore((state) => state.keep)
