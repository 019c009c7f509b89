import { z } from 'zod'
import { grantId } from '../ids.ts'
import { route } from '../ipc/route.ts'

/** The columns of a user that an import can fill; names follow 8x8's Administration API. */
export const userColumns = [
  'userName',
  'firstName',
  'lastName',
  'primaryEmail',
  'extensionNumber',
  'phoneNumber',
  'site',
  'department',
  'jobTitle',
  'timezone',
  'status',
] as const
export type UserColumn = (typeof userColumns)[number]

export const rowProblem = z.object({ line: z.int(), column: z.string().nullable(), reason: z.string() })
export type RowProblem = z.infer<typeof rowProblem>

export const usersPreview = z.object({
  fileName: z.string(),
  headers: z.array(z.string()),
  /** Column of the file for each column of a user. */
  mapping: z.record(z.string(), z.string()),
  rows: z.int(),
  valid: z.int(),
  problems: z.array(rowProblem),
  /** How many problems there are in all; the list holds the first hundred. */
  problemCount: z.int(),
  sample: z.array(z.record(z.string(), z.string())),
})
export type UsersPreview = z.infer<typeof usersPreview>

export const voicemailPreview = z.object({
  source: z.string(),
  mailboxes: z.array(
    z.object({
      mailbox: z.string(),
      context: z.string(),
      messages: z.int(),
      known: z.boolean(),
      extension: z.string(),
    }),
  ),
  messages: z.int(),
  alreadyHere: z.int(),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  /** What is imported with a guess: a time or a format that was not there. */
  notes: z.array(z.object({ file: z.string(), reason: z.string() })),
})
export type VoicemailPreview = z.infer<typeof voicemailPreview>

export const usersImported = z.object({ imported: z.int(), skipped: z.int(), problems: z.array(rowProblem) })
export type UsersImported = z.infer<typeof usersImported>

export const voicemailImported = z.object({
  imported: z.int(),
  alreadyHere: z.int(),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  extensionsCreated: z.array(z.string()),
  notes: z.array(z.object({ file: z.string(), reason: z.string() })),
})
export type VoicemailImported = z.infer<typeof voicemailImported>

const mapping = z.record(z.enum(userColumns), z.string().max(200)).or(z.record(z.string(), z.string().max(200)))

export const importRoutes = {
  /** Ask for a file or folder with a dialog; null when it was cancelled. */
  'imports.chooseUsersFile': route(z.object({}), z.object({ grantId, name: z.string() }).nullable()),
  'imports.previewUsers': route(z.object({ grantId, mapping: mapping.optional() }), usersPreview),
  'imports.users': route(
    z.object({ grantId, mapping: mapping.optional(), skipInvalid: z.boolean().default(false) }),
    usersImported,
  ),
  'imports.chooseVoicemailFolder': route(z.object({}), z.object({ grantId, name: z.string() }).nullable()),
  'imports.previewVoicemail': route(z.object({ grantId, from: z.enum(['asterisk']) }), voicemailPreview),
  'imports.voicemail': route(z.object({ grantId, from: z.enum(['asterisk']) }), voicemailImported),
  /** Stops the import that runs, and answers when nothing more is imported; the import itself answers CANCELLED. */
  'imports.cancel': route(z.object({}), z.void()),
} as const
