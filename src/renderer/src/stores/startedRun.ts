import type { RunId } from '../../../shared/ids.ts'
import type { WizardState } from '../../../shared/offboarding/wizard.ts'
import { createOperatorStore } from './operatorStore.ts'

type Started = { runId: RunId; state: WizardState }
type State = { started: Started | null }
type Actions = { markStarted: (started: Started) => void }

const useStartedRunStore = createOperatorStore<State & Actions>((set) => ({
  started: null,
  markStarted: (started) => set({ started }),
}))

/** The wizard that began this run in this window, or null: its steps stay in sight above the run. */
export const useStartedRun = (runId: RunId): WizardState | null =>
  useStartedRunStore((state) => (state.started?.runId === runId ? state.started.state : null))
export const useMarkStarted = () => useStartedRunStore((state) => state.markStarted)
