import { z } from 'zod'

/** Rows of calls.csv, as saved: times are UTC ISO text. */
export const archivedCall = z.object({
  startedAt: z.string(),
  direction: z.string(),
  name: z.string(),
  number: z.string(),
  seconds: z.number(),
  disposition: z.string(),
})
export type ArchivedCall = z.infer<typeof archivedCall>

export const archivedContact = z.object({
  name: z.string(),
  company: z.string(),
  emails: z.array(z.string()),
  numbers: z.array(z.string()),
})
export type ArchivedContact = z.infer<typeof archivedContact>

export const archivedMeeting = z.object({
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  description: z.string(),
})
export type ArchivedMeeting = z.infer<typeof archivedMeeting>

/** A file of data/greetings: the number that its name begins with, and the kind after it. seconds is null when it is no sound. */
export const archivedGreeting = z.object({
  number: z.int().min(1).max(9999),
  kind: z.string(),
  seconds: z.number().nullable(),
})
export type ArchivedGreeting = z.infer<typeof archivedGreeting>

export const archivedCalls = z.object({ total: z.int(), rows: z.array(archivedCall) })
export const archivedContacts = z.object({ total: z.int(), rows: z.array(archivedContact) })
export const archivedMeetings = z.object({ total: z.int(), rows: z.array(archivedMeeting) })
