import type { Action, StepKind } from './action.ts'
import type { SubjectKind } from './request.ts'
import type { Reversibility } from './reversibility.ts'
import type { StepDefinition } from './step.ts'
import { activate } from './steps/activate.ts'
import { archiveVoicemail } from './steps/archiveVoicemail.ts'
import { assignProfile } from './steps/assignProfile.ts'
import { deactivate } from './steps/deactivate.ts'
import { deleteAccount } from './steps/delete.ts'
import { forwardCalls } from './steps/forwardCalls.ts'
import { leaveGroups } from './steps/leaveGroups.ts'
import { number } from './steps/number.ts'
import { reclaimNumber } from './steps/reclaimNumber.ts'
import { removeLicence } from './steps/removeLicence.ts'
import { reset } from './steps/reset.ts'
import { revokeSignIn } from './steps/revokeSignIn.ts'
import { undo } from './steps/undo.ts'
import { voicemailDisposition } from './steps/voicemailDisposition.ts'

/** Every kind of step, in the order in which a run takes them; the archive is the pivot. */
const entries = [
  activate,
  revokeSignIn,
  archiveVoicemail,
  voicemailDisposition,
  number,
  reclaimNumber,
  forwardCalls,
  leaveGroups,
  reset,
  removeLicence,
  deactivate,
  assignProfile,
  deleteAccount,
  undo,
] as const

// Each entry takes only its own kind of action; actionsOf and title of one entry are always used together.
export const catalogue = entries as readonly unknown[] as readonly StepDefinition<StepKind, SubjectKind>[]

/** Whether an action may run only behind the proven archive: asked again at execution, never read from a stored row. */
export function isDestructive(action: Action): boolean {
  return catalogue.some((definition) => definition.kind === action.kind && definition.destructive(action))
}

/** Whether and how what an action did can be taken back, when steps of these kinds are carried out beside it. */
export function reversibilityOf(action: Action, beside: readonly StepKind[] = []): Reversibility {
  const definition = catalogue.find(({ kind }) => kind === action.kind)
  if (definition === undefined) return 'irreversible'
  const alone = definition.reversibility(action)
  const final: readonly StepKind[] = ['delete', ...(definition.finalWith ?? [])]
  return alone === 'compensatable' && beside.some((kind) => final.includes(kind)) ? 'irreversible' : alone
}
