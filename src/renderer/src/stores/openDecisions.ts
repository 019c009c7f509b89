import type { WizardStep } from '../../../shared/offboarding/wizard.ts'
import { createOperatorStore } from './operatorStore.ts'

/** A decision that was begun: the step that it belongs to, what was chosen, and what that lacks. */
export type OpenDecision = { step: WizardStep; kind: string; problem: string }
type Open = Readonly<Record<string, OpenDecision>>
type State = { of: string | null; open: Open }
type Actions = { keep: (of: string, decision: string, open: OpenDecision | null) => void }

const nothing: Open = {}

const useOpenDecisionStore = createOperatorStore<State & Actions>((set) => ({
  of: null,
  open: nothing,
  keep: (of, decision, now) =>
    set((before) => {
      const { [decision]: _, ...others } = before.of === of ? before.open : nothing
      return { of, open: now === null ? others : { ...others, [decision]: now } }
    }),
}))

/** What was begun in a wizard, and is no choice of its plan before it is whole. of: which wizard, for whom. */
export const useOpen = (of: string): Open => useOpenDecisionStore((state) => (state.of === of ? state.open : nothing))
export const useKeepOpen = () => useOpenDecisionStore((state) => state.keep)
