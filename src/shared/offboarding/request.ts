import { z } from 'zod'
import { extensionId, userId, voicemailId } from '../ids.ts'
import { choices, extensionChoices } from './choices.ts'

/** So many messages can be saved in one plan; the ids of more would make a message to main of half a megabyte. */
export const maximalMessages = 10_000

/** What a plan is asked about, and what was chosen: a person who leaves, an extension, or messages to be saved. */
export const planRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), userId, choices }),
  z.strictObject({ kind: z.literal('extension'), extensionId, choices: extensionChoices }),
  z.strictObject({ kind: z.literal('messages'), messageIds: z.array(voicemailId).min(1).max(maximalMessages) }),
])
export type PlanRequest = z.infer<typeof planRequest>
export type SubjectKind = PlanRequest['kind']
