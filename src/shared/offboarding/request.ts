import { z } from 'zod'
import { extensionId, runId, userId, voicemailId } from '../ids.ts'
import { choices, extensionChoices } from './choices.ts'

/** So many messages can be saved in one plan; the ids of more would make a message to main of half a megabyte. */
export const maximalMessages = 10_000

/** What a plan is asked about, and what was chosen: a person who leaves, an extension, messages to be saved, or a step to be undone. */
export const planRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), userId, choices }),
  z.strictObject({ kind: z.literal('extension'), extensionId, choices: extensionChoices }),
  /** A step of a run that is to be undone, by its position in the run. */
  z.strictObject({ kind: z.literal('undo'), runId, position: z.int().min(0) }),
  z.strictObject({ kind: z.literal('messages'), messageIds: z.array(voicemailId).min(1).max(maximalMessages) }),
])
export type PlanRequest = z.infer<typeof planRequest>
export type SubjectKind = PlanRequest['kind']
