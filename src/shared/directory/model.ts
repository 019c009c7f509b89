import { z } from 'zod'
import { day, extensionNumber, phoneNumber, userId } from '../ids.ts'

/** ACTIVE and INACTIVE are 8x8's words (Administration API, basicInfo.status); DELETED is a user who is gone but still named in kept records. */
export const userStatus = z.enum(['ACTIVE', 'INACTIVE', 'DELETED'])
export type UserStatus = z.infer<typeof userStatus>

/** A person's role in the console, strongest first. Only the first two may deactivate users (article, last section). */
export const administratorRole = z.enum(['primaryAdministrator', 'secondaryAdministrator', 'itAdministrator', 'none'])
export type AdministratorRole = z.infer<typeof administratorRole>

export const userRow = z.object({
  id: userId,
  userName: z.string(),
  name: z.string(),
  email: z.string(),
  extension: extensionNumber.nullable(),
  status: userStatus,
  site: z.string(),
  department: z.string(),
  jobTitle: z.string(),
  /** Names of the licenses, ', ' between them. */
  licences: z.string(),
  /** The primary one. */
  phoneNumber: phoneNumber.nullable(),
  /** How many voicemail messages lie on the extension now. */
  voicemails: z.int().min(0),
  leavesOn: day.nullable(),
})
export type UserRow = z.infer<typeof userRow>

/** What the Users page and its export can show of a person, in the order of the page. */
export const userColumn = z.enum([
  'name',
  'extension',
  'phoneNumber',
  'status',
  'site',
  'department',
  'jobTitle',
  'userName',
  'email',
  'licences',
  'voicemails',
  'leavesOn',
])
export type UserColumn = z.infer<typeof userColumn>

export const userSort = z.enum(['name', 'extension', 'site', 'department', 'status', 'voicemails', 'leavesOn'])
export type UserSort = z.infer<typeof userSort>

/** Any part of name, user name, email, extension or phone number. */
export const searched = z.string().max(200).default('')

export const userFilter = z.object({
  search: searched,
  status: userStatus.optional(),
  site: z.string().max(200).optional(),
  department: z.string().max(200).optional(),
  licence: z.string().max(200).optional(),
  hasVoicemail: z.boolean().optional(),
  /** Whether a day of leaving is known. */
  leaving: z.boolean().optional(),
  /** The first and the last day of leaving, both included. */
  leavesFrom: day.optional(),
  leavesUntil: day.optional(),
})
export type UserFilter = z.infer<typeof userFilter>
