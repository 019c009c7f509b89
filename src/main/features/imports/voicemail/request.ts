import type { SourceAnswers, VoicemailSourceKind } from '../../../../shared/imports/contract.ts'
import type { Progress } from '../progress.ts'

/** What is to be imported or previewed. answers: to the fields of the source; what is left out is guessed. */
export type VoicemailRequest = {
  from: VoicemailSourceKind
  path: string
  answers?: SourceAnswers | undefined
  signal?: AbortSignal | undefined
  report?: ((progress: Progress) => void) | undefined
}
