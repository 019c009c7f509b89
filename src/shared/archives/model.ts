import { z } from 'zod'
import { archiveId, day, instant, runId } from '../ids.ts'
import { archiveNotes } from './notes.ts'

/** What is wrong with a bag. Codes are closed; file names the place inside the bag, line its line, from 1. */
export const bagProblem = z.object({
  code: z.enum([
    'NOT_A_BAG',
    'UNSUPPORTED_VERSION',
    'TAG_FILE_INVALID',
    'MANIFEST_MISSING',
    'MANIFEST_INVALID',
    'FETCH_INVALID',
    'PATH_ESCAPES',
    'FILE_MISSING',
    'FILE_CHANGED',
    'FILE_NOT_LISTED',
    'FILE_UNREADABLE',
    'OXUM_MISMATCH',
  ]),
  file: z.string(),
  line: z.int().optional(),
  message: z.string(),
})
export type BagProblem = z.infer<typeof bagProblem>

/** What the standard allows and advises against, or what may go wrong on another system. A bag with warnings is valid. */
export const bagWarning = bagProblem.extend({
  code: z.enum([
    'OLD_VERSION',
    'NOT_UTF8',
    'BYTE_ORDER_MARK',
    'LOOSE_FORM',
    'WEAK_ALGORITHM',
    'TAG_MANIFEST_MISSING',
    'TAG_FILE_UNPROTECTED',
    'MANIFESTS_DIFFER',
    'OTHER_SPELLING',
    'NAMES_COLLIDE',
    'SYSTEM_FILE',
    'BAG_IN_BAG',
    'NOTES_DAMAGED',
  ]),
})
export type BagWarning = z.infer<typeof bagWarning>

/** valid: complete and every hash equal (RFC 8493, section 3). The shape that `archive verify --json` prints. */
export const verification = z.object({
  valid: z.boolean(),
  complete: z.boolean(),
  bag: z.string(),
  payloadFiles: z.int(),
  payloadBytes: z.int(),
  problems: z.array(bagProblem),
  warnings: z.array(bagWarning),
})
export type Verification = z.infer<typeof verification>

/** A ruined bag may have a problem a file; the window shows the first of them, and how many there are. */
export const shownFindings = 500
export const shownVerification = verification.extend({
  problems: z.array(bagProblem).max(shownFindings),
  problemCount: z.int(),
  warnings: z.array(bagWarning).max(shownFindings),
  warningCount: z.int(),
})
export type ShownVerification = z.infer<typeof shownVerification>

export const archiveRow = z.object({
  id: archiveId,
  runId: runId.nullable(),
  /** Folder name and whole path, for reading; the window acts by id. */
  folder: z.string(),
  path: z.string(),
  personName: z.string(),
  extension: z.string().nullable(),
  createdAt: instant,
  messages: z.int(),
  bytes: z.int(),
  manifestSha256: z.string(),
  /** False when the folder is not where it was. */
  present: z.boolean(),
  verifiedAt: instant.nullable(),
  verification: z.enum(['valid', 'damaged', 'never']),
  purpose: z.string(),
  tags: z.array(z.string()),
  keepUntil: day.nullable(),
  legalHold: z.string().nullable(),
})
export type ArchiveRow = z.infer<typeof archiveRow>

/** A copy that browsers play of a message that they do not, made from the file of the message. */
export const playableCopy = z.object({
  file: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  derivedFrom: z.string(),
  /** What decoded it, with its version. */
  decoder: z.string(),
})

/** A message as voicemails.json in the bag has it. */
export const archivedMessage = z.object({
  id: z.string(),
  file: z.string(),
  /** Where the message lay; null in archives that do not say. */
  extension: z.string().nullable().default(null),
  callerName: z.string(),
  callerNumber: z.string(),
  receivedAt: instant,
  timezone: z.string(),
  seconds: z.number(),
  folder: z.string(),
  read: z.boolean(),
  urgent: z.boolean(),
  format: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  transcript: z.string().nullable(),
  /** Left out when the file plays by itself, or no copy could be made. */
  playable: playableCopy.optional(),
})
export type ArchivedMessage = z.infer<typeof archivedMessage>

export const archiveContent = z.object({
  archive: archiveRow,
  notes: archiveNotes.omit({ messages: true }),
  /** The hash of the notes beside the payload; null when there are none. */
  notesBase: z.string().nullable(),
  /** Why the notes do not lie beside the payload. */
  notesProblem: z.string().nullable(),
  /** What the last check found wrong. */
  problems: z.array(bagProblem),
  /** Paths inside data/ of the files that are no messages, the first thousand. */
  files: z.array(z.object({ path: z.string(), bytes: z.int() })),
  fileCount: z.int(),
  /** What bag-info.txt says, in its order. */
  bagInfo: z.array(z.tuple([z.string(), z.string()])),
})
export type ArchiveContent = z.infer<typeof archiveContent>
