import type { UserId } from '../../../shared/ids.ts'
import { createOperatorStore } from './operatorStore.ts'

type State = { unfinished: { userId: UserId; typed: string } | null }
type Actions = { keep: (unfinished: State['unfinished']) => void }

const useUnfinishedForwardStore = createOperatorStore<State & Actions>((set) => ({
  unfinished: null,
  keep: (unfinished) => set({ unfinished }),
}))

/** What was typed of the outside number that a person's calls go to, and is no choice of the plan before it is whole. */
export function useUnfinishedForward(userId: UserId): [string, (typed: string) => void] {
  const { unfinished, keep } = useUnfinishedForwardStore()
  return [unfinished?.userId === userId ? unfinished.typed : '', (typed) => keep({ userId, typed })]
}
