import { z } from 'zod'
import { userStatus } from '../directory/model.ts'
import { extensionNumber } from '../ids.ts'

/** What a step can have taken, as its undo gives it back. */
export const takenKind = z.enum([
  'signIn',
  'profile',
  'phoneNumber',
  'voicemailMessage',
  'forwardingRule',
  'device',
  'licence',
  'ringGroup',
  'callQueue',
  'fax',
  'textMessage',
])

export const takenItem = z.object({
  what: takenKind,
  /** Tells it from others of its kind; empty where only their number is known. */
  key: z.string(),
  name: z.string(),
  count: z.int().min(1),
  /** Whether it is still as the step left it, and so can be given back. */
  there: z.boolean(),
  /** Where it is now. */
  now: z.string(),
})
export type TakenItem = z.infer<typeof takenItem>

/** What a step took from whom, and how all of it is now. */
export const takenByStep = z.object({
  /** Null when the step was about nobody. */
  person: z.object({ name: z.string(), status: userStatus, signInRevoked: z.boolean() }).nullable(),
  /** Null when the step was not about an extension. */
  extension: z
    .object({
      extensionNumber,
      /** Null when it is free now. same: the one who had it when the step was carried out. */
      holder: z.object({ name: z.string(), status: userStatus, same: z.boolean() }).nullable(),
    })
    .nullable(),
  items: z.array(takenItem),
})
export type TakenByStep = z.infer<typeof takenByStep>
