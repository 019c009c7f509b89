import { z } from 'zod'
import { userStatus } from '../directory/model.ts'
import { day, extensionId, extensionNumber, instant, phoneNumber, userId } from '../ids.ts'

const holder = z.object({
  userId,
  name: z.string(),
  userName: z.string(),
  status: userStatus,
  leavesOn: day.nullable(),
})

export const extensionState = z.enum(['assigned', 'deactivated', 'free'])
export type ExtensionState = z.infer<typeof extensionState>

export const extensionRow = z.object({
  id: extensionId,
  extensionNumber,
  /** Who has it; null when it is free. */
  holder: holder.nullable(),
  /** Who had it last, when it is free. */
  lastHolder: z.string().nullable(),
  state: extensionState,
  site: z.string(),
  voicemails: z.int().min(0),
  /** Those that the user does not hear. */
  hiddenVoicemails: z.int().min(0),
  /** The primary one first. */
  phoneNumbers: z.array(phoneNumber),
})
export type ExtensionRow = z.infer<typeof extensionRow>

export const extensionSort = z.enum(['extension', 'holder', 'site', 'voicemails', 'numbers'])
export type ExtensionSort = z.infer<typeof extensionSort>

export const extensionFilter = z.object({
  /** Any part of extension, phone number, or name of who has or had it. */
  search: z.string().max(200).default(''),
  state: extensionState.optional(),
  site: z.string().max(200).optional(),
  hasVoicemail: z.boolean().optional(),
})
export type ExtensionFilter = z.infer<typeof extensionFilter>

/** kept: it is on a free extension. available: it was never given away, or its parking is over. */
export const numberState = z.enum(['assigned', 'kept', 'parked', 'released', 'porting', 'available'])
export type NumberState = z.infer<typeof numberState>

export const numberRow = z.object({
  phoneNumber,
  state: numberState,
  extension: z.object({ id: extensionId, extensionNumber }).nullable(),
  holder: holder.nullable(),
  site: z.string().nullable(),
  country: z.string(),
  /** The last day of the parking, or on which a released number can be reclaimed. */
  until: day.nullable(),
  primary: z.boolean(),
})
export type NumberRow = z.infer<typeof numberRow>

export const numberSort = z.enum(['number', 'state', 'extension', 'until'])
export type NumberSort = z.infer<typeof numberSort>

export const numberFilter = z.object({
  /** Any part of phone number, extension or name of who has it. */
  search: z.string().max(200).default(''),
  state: numberState.optional(),
  /** On no extension: parked, released or available. */
  free: z.literal(true).optional(),
  site: z.string().max(200).optional(),
})
export type NumberFilter = z.infer<typeof numberFilter>

/** Who had an extension, until it was freed. */
export const formerHolder = z.object({
  userId,
  name: z.string(),
  userName: z.string(),
  status: userStatus,
  until: instant,
})
export type FormerHolder = z.infer<typeof formerHolder>
