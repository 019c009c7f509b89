import { z } from 'zod'
import { day } from '../ids.ts'

export const tag = z.string().trim().min(1).max(40)
const note = z.string().max(10_000)

/** What people say of an archive. It lies beside the payload of the bag and is never part of what was saved. */
export const archiveNotes = z.strictObject({
  note: note.default(''),
  tags: z.array(tag).max(30).default([]),
  /** Why it is kept, for example "Claim 4711". */
  purpose: z.string().max(200).default(''),
  /** The day from which it may go; null: nobody has said. Nothing happens by itself on that day. */
  keepUntil: day.nullable().default(null),
  /** Why it must not go, whatever the day; null: no hold. */
  legalHold: z.string().trim().min(1).max(200).nullable().default(null),
  /** By the id of the message in voicemails.json. */
  messages: z.record(z.string().max(200), note).default({}),
})
export type ArchiveNotes = z.infer<typeof archiveNotes>

export const noNotes: ArchiveNotes = archiveNotes.parse({})

/** Tags as they are kept: no two that differ in case or white space alone, in order. */
export function tidyTags(tags: readonly string[]): string[] {
  const byKey = new Map(tags.map((one) => [one.trim().toLocaleLowerCase('en'), one.trim()]))
  byKey.delete('')
  return [...byKey.values()].toSorted((a, b) => (a < b ? -1 : 1))
}

/** Whether the day has come on which somebody should decide. It never comes under a legal hold. */
export function isDue<Notes extends Pick<ArchiveNotes, 'keepUntil' | 'legalHold'>>(
  notes: Notes,
  today: string,
): notes is Notes & { keepUntil: string } {
  return notes.legalHold === null && notes.keepUntil !== null && notes.keepUntil <= today
}

/** Why an archive cannot go, or null. */
export function whyKept(
  { keepUntil, legalHold }: Pick<ArchiveNotes, 'keepUntil' | 'legalHold'>,
  today: string,
): string | null {
  if (legalHold !== null) return `It is under legal hold: ${legalHold}. Lift the hold first.`
  if (keepUntil !== null && keepUntil > today) return `It is to be kept until ${keepUntil}. Change the day first.`
  return null
}
