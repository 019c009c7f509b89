import { z } from 'zod'
import { archiveId, day, instant, libraryFolderId } from '../ids.ts'
import { archivedMessage, archiveRow } from './model.ts'
import { tag } from './notes.ts'

/** A folder in which archives are looked for. */
export const libraryFolder = z.object({
  id: libraryFolderId,
  path: z.string(),
  lookedAt: instant.nullable(),
  /** Why the last look did not see all of it. */
  problem: z.string().nullable(),
})
export type LibraryFolder = z.infer<typeof libraryFolder>

export const archiveStates = ['valid', 'damaged', 'never', 'missing', 'due', 'held'] as const
export type ArchiveState = (typeof archiveStates)[number]

export const archiveSorts = ['person', 'created', 'messages', 'bytes', 'verified', 'keepUntil'] as const
export type ArchiveSort = (typeof archiveSorts)[number]

/** Which archives; every word must occur in the person, the extension, the folder, the purpose, a tag or the note. */
export const archiveFilter = z.object({
  search: z.string().max(200).optional(),
  state: z.enum(archiveStates).optional(),
  tag: tag.optional(),
})
export type ArchiveFilter = z.infer<typeof archiveFilter>

export const archiveQuery = archiveFilter.extend({
  sort: z.enum(archiveSorts).default('created'),
  descending: z.boolean().default(true),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(100),
})
export type ArchiveQuery = z.infer<typeof archiveQuery>

/** How many archives there are of each kind; what the page says in one line. */
export const librarySummary = z.object({
  archives: z.int(),
  messages: z.int(),
  bytes: z.int(),
  valid: z.int(),
  damaged: z.int(),
  never: z.int(),
  missing: z.int(),
  due: z.int(),
  held: z.int(),
  /** The check that is the longest ago of those that are there; null when one was never checked, or none is there. */
  oldestCheck: instant.nullable(),
  tags: z.array(z.object({ tag, archives: z.int() })),
})
export type LibrarySummary = z.infer<typeof librarySummary>

/** Messages of all archives or of one, newest first; every word must occur in what a message is found by. */
export const messageQuery = z.object({
  archiveId: archiveId.optional(),
  search: z.string().max(200).default(''),
  /** Days (UTC), both included. */
  from: day.optional(),
  until: day.optional(),
  /** Goes on after this message: the cursor of the page before. */
  after: z.int().optional(),
  limit: z.int().min(1).max(200).default(100),
})
export type MessageQuery = z.infer<typeof messageQuery>

export const foundMessage = z.object({
  cursor: z.int(),
  archiveId,
  personName: z.string(),
  extension: z.string().nullable(),
  message: archivedMessage,
  note: z.string(),
})
export type FoundMessage = z.infer<typeof foundMessage>

/** Counting stops here: nobody reads on so far. */
export const countedMessages = 1000

/** A longer transcript is shown without its end: no call is so long. */
export const shownTranscript = 100_000

/** One page: as many as were asked for, or fewer when their transcripts are long. */
export const foundMessages = z.object({
  messages: z.array(foundMessage),
  /** The cursor after which the next page begins; null on the last. */
  next: z.int().nullable(),
  /** At most countedMessages; null on later pages. */
  total: z.int().nullable(),
})
export type FoundMessages = z.infer<typeof foundMessages>

/** What a look through the folders has found. */
export const lookResult = z.object({
  found: z.int(),
  added: z.int(),
  changed: z.int(),
  moved: z.int(),
  missing: z.int(),
  problems: z.array(z.object({ folder: z.string(), message: z.string() })),
})
export type LookResult = z.infer<typeof lookResult>

export const listedArchives = z.object({ total: z.int(), archives: z.array(archiveRow) })
export type ListedArchives = z.infer<typeof listedArchives>
