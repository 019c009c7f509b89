import { z } from 'zod'
import { grantId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { voicemailSources } from './voicemailSources.ts'

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
  'leavesOn',
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

export const voicemailSourceKind = z.enum(voicemailSources.map((source) => source.kind))
export type VoicemailSourceKind = z.infer<typeof voicemailSourceKind>

/** What a source asks about itself, with the answer that holds now: which column is the caller, which pattern names a file. */
export const sourceField = z.object({
  key: z.string().max(64),
  label: z.string().max(100),
  value: z.string().max(500),
  /** Null for free text. */
  choices: z.array(z.string().max(500)).nullable(),
  /** What it says where the empty choice holds. */
  none: z.string().max(100).optional(),
})
export type SourceField = z.infer<typeof sourceField>

/** Answers by the key of their field; what is left out is guessed. */
export const sourceAnswers = z.record(z.string().max(64), z.string().max(500))
export type SourceAnswers = Readonly<z.infer<typeof sourceAnswers>>

/** Something of a source that is left out on purpose, is damaged or cannot be opened, or is imported with a guess. */
export const importProblem = z.object({
  outcome: z.enum(['skipped', 'unreadable', 'guessed']),
  /** Relative to what was chosen. */
  file: z.string(),
  reason: z.string(),
})
export type ImportProblem = z.infer<typeof importProblem>

/** Answers stay small whatever the source holds: so many of each list, with how many there are in all. */
export const shownMailboxes = 500
export const shownProblems = 200

const told = {
  /** Messages, as found is: what is taken, here already, skipped and unreadable add up to it. */
  skipped: z.int(),
  unreadable: z.int(),
  /** What else cannot be read: greetings, and tables and zips that may hold any number of messages. */
  unreadableFiles: z.int(),
  guessed: z.int(),
  /** How many problems there are in all; the list holds the first of them. */
  problemCount: z.int(),
  problems: z.array(importProblem),
}

export const previewedMailbox = z.object({
  mailbox: z.string(),
  /** What tells two mailboxes of one name apart: Asterisk's context, FreeSWITCH's domain; '' where nothing does. */
  context: z.string(),
  /** Whose it is, as the source says; '' when it does not. */
  holder: z.string(),
  email: z.string(),
  /** Readable ones; of a mailbox that is left out, all of them. */
  messages: z.int(),
  alreadyHere: z.int(),
  greetings: z.int(),
  /** Null when the mailbox is left out; a problem tells why. */
  extension: z.string().nullable(),
  /** Whether the extension is here; else it is created, free. */
  known: z.boolean(),
})
export type PreviewedMailbox = z.infer<typeof previewedMailbox>

export const voicemailPreview = z.object({
  source: z.string(),
  mailboxes: z.array(previewedMailbox),
  mailboxCount: z.int(),
  /** Messages in all: those below, skipped and unreadable ones. */
  found: z.int(),
  /** Readable messages, with those that are here already. */
  messages: z.int(),
  alreadyHere: z.int(),
  /** Recordings that are here already, but missing or damaged: an import puts them back. */
  repairs: z.int(),
  /** New ones. */
  greetings: z.int(),
  ...told,
  fields: z.array(sourceField),
})
export type VoicemailPreview = z.infer<typeof voicemailPreview>

export const usersImported = z.object({ imported: z.int(), skipped: z.int(), problems: z.array(rowProblem) })
export type UsersImported = z.infer<typeof usersImported>

export const voicemailImported = z.object({
  /** Messages in all: imported, here already, skipped and unreadable ones. */
  found: z.int(),
  imported: z.int(),
  alreadyHere: z.int(),
  /** Recordings that were missing or damaged here, and are whole again. */
  repaired: z.int(),
  greetings: z.int(),
  ...told,
  extensionsCreated: z.array(z.string()),
  extensionCount: z.int(),
})
export type VoicemailImported = z.infer<typeof voicemailImported>

const mapping = z.record(z.enum(userColumns), z.string().max(200)).or(z.record(z.string(), z.string().max(200)))

const source = z.object({ grantId, from: voicemailSourceKind, answers: sourceAnswers.default({}) })

export const importRoutes = {
  /** Ask for a file or folder with a dialog; null when it was cancelled. */
  'imports.chooseUsersFile': route(z.object({}), z.object({ grantId, name: z.string() }).nullable()),
  'imports.previewUsers': route(z.object({ grantId, mapping: mapping.optional() }), usersPreview),
  'imports.users': route(
    z.object({ grantId, mapping: mapping.optional(), skipInvalid: z.boolean().default(false) }),
    usersImported,
  ),
  /** kinds: what it looks like, the likeliest first; none when it looks like nothing that is known. */
  'imports.chooseVoicemail': route(
    z.object({ take: z.enum(['folder', 'file']), from: voicemailSourceKind.nullable() }),
    z.object({ grantId, name: z.string(), kinds: z.array(voicemailSourceKind) }).nullable(),
  ),
  'imports.previewVoicemail': route(source, voicemailPreview),
  'imports.voicemail': route(source, voicemailImported),
  /** Saves everything that the last preview or import told of as CSV where a dialog says; null when it was cancelled. */
  'imports.saveProblems': route(z.object({}), z.object({ fileName: z.string() }).nullable()),
  /** Stops the preview or import that runs, and answers when nothing more is imported; the import itself answers CANCELLED. */
  'imports.cancel': route(z.object({}), z.void()),
} as const
