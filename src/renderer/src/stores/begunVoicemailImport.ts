import { useShallow } from 'zustand/react/shallow'
import type { GrantId } from '../../../shared/ids.ts'
import type { SourceAnswers, VoicemailSourceKind } from '../../../shared/imports/contract.ts'
import type { Granted } from '../data/imports.ts'
import { createOperatorStore } from './operatorStore.ts'

type Chosen = Granted & { kinds: readonly VoicemailSourceKind[] }
type State = {
  /** What the operator says that it is, or null to let it be recognized. */
  from: VoicemailSourceKind | null
  chosen: Chosen | null
  answers: SourceAnswers
  /** The look at the messages was stopped: they are looked at again when that is asked for. */
  stopped: boolean
}
type Actions = {
  setFrom: (from: VoicemailSourceKind | null) => void
  choose: (chosen: Chosen) => void
  answer: (answers: SourceAnswers) => void
  stop: () => void
  lookAgain: () => void
  /** Nothing is begun any more, unless something else was chosen meanwhile. */
  end: (grantId: GrantId) => void
}

const unread = { answers: {}, stopped: false }

const useBegunVoicemailImportStore = createOperatorStore<State & Actions>((set) => ({
  from: null,
  chosen: null,
  ...unread,
  // What is named as it was recognized is read as before.
  setFrom: (from) => set((state) => ({ from, ...(kindOf({ ...state, from }) !== kindOf(state) && unread) })),
  choose: (chosen) => set({ chosen, ...unread }),
  answer: (answers) => set({ answers, stopped: false }),
  stop: () => set({ stopped: true }),
  lookAgain: () => set({ stopped: false }),
  end: (grantId) => set(({ chosen }) => (chosen?.grantId === grantId ? { chosen: null, ...unread } : {})),
}))

function kindOf({ from, chosen }: Pick<State, 'from' | 'chosen'>): VoicemailSourceKind | null {
  return from ?? chosen?.kinds[0] ?? null
}

/** The voicemail of another system that was chosen and is not imported yet; kind: what it is read as. */
export const useChosenVoicemail = () =>
  useBegunVoicemailImportStore(
    useShallow(({ from, chosen, setFrom, choose }) => ({
      from,
      chosen,
      kind: kindOf({ from, chosen }),
      setFrom,
      choose,
    })),
  )
/** How it is read. */
export const useBegunAnswers = () =>
  useBegunVoicemailImportStore(
    useShallow(({ answers, stopped, answer, stop, lookAgain }) => ({ answers, stopped, answer, stop, lookAgain })),
  )
export const useEndVoicemailImport = () => useBegunVoicemailImportStore((state) => state.end)
