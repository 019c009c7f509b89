import { z } from 'zod'
import { typedName } from '../directory/names.ts'
import { day, extensionNumber, phoneNumber } from '../ids.ts'

export const voicemailChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keep') }),
  z.strictObject({ kind: z.literal('forward'), extensionNumber }),
  z.strictObject({ kind: z.literal('delete') }),
])

export const numberChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keep') }),
  z.strictObject({ kind: z.literal('reassign'), extensionNumber }),
  z.strictObject({ kind: z.literal('park'), until: day }),
  z.strictObject({ kind: z.literal('release') }),
])
export type NumberChoice = z.infer<typeof numberChoice>

/** By phone number. Main looks each one up: of twenty thousand it would stand still for five seconds. */
const numberChoices = z
  .record(phoneNumber, numberChoice)
  .refine((numbers) => Object.keys(numbers).length <= 1000, 'At most 1000 phone numbers are decided at once')
  .default({})

/**
 * A new profile for the freed extension. Bounds are 8x8's (Administration API, basicInfo) but for the names: 8x8 wants two
 * letters and at most 30 of a last name, and people are called 李, or by four surnames. oldRecords: whether its user hears
 * and sees the voicemails and the call list that are on the extension, or, unless it is said, administrators alone do.
 */
export const newProfile = z.strictObject({
  userName: z.string().regex(/^[A-Za-z0-9.@\-_/]{3,70}$/),
  firstName: typedName(1, 128),
  lastName: typedName(1, 128),
  primaryEmail: z.email().max(128),
  oldRecords: z.enum(['handOver', 'hide']).default('hide'),
})
export type NewProfile = z.infer<typeof newProfile>

/** What of the person's other data goes into the archive beside the voicemails. */
export const archivable = z.enum(['calls', 'contacts', 'meetings', 'preferences', 'greetings'])
export type Archivable = z.infer<typeof archivable>

/**
 * What the administrator decides. An empty object is the default offboarding: save every voicemail, leave the originals
 * on the extension, keep the numbers, leave all groups, reset, remove the licence, deactivate; no deletion.
 */
export const choices = z.strictObject({
  revokeSignIn: z.boolean().default(true),
  archive: z.strictObject({ include: z.array(archivable).max(5) }).default({ include: [...archivable.options] }),
  voicemail: voicemailChoice.default({ kind: 'keep' }),
  /** Phone numbers without an entry here are kept on the extension. */
  numbers: numberChoices,
  /** Where calls to the extension go from now on: an extension or an outside number; null leaves it. */
  forwardCalls: z.union([extensionNumber, phoneNumber]).nullable().default(null),
  leaveGroups: z.boolean().default(true),
  reset: z.boolean().default(true),
  removeLicence: z.boolean().default(true),
  status: z.enum(['leave', 'deactivate', 'activate']).default('deactivate'),
  assignProfile: newProfile.nullable().default(null),
  delete: z.boolean().default(false),
})
export type Choices = z.infer<typeof choices>
export type ChoicesInput = z.input<typeof choices>

/** What is decided about an extension while nobody leaves. An empty object changes nothing. */
export const extensionChoices = z.strictObject({
  /** Phone numbers of the extension; those without an entry stay. */
  numbers: numberChoices,
  /** Parked, released or unused phone numbers that it gets. */
  reclaim: z.array(phoneNumber).max(100).default([]),
  /** Who gets it; it must be free. */
  assignProfile: newProfile.nullable().default(null),
})
export type ExtensionChoices = z.infer<typeof extensionChoices>
export type ExtensionChoicesInput = z.input<typeof extensionChoices>

/** The default offboarding. */
export function defaultChoices(): Choices {
  return choices.parse({})
}
