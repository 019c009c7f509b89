import { z } from 'zod'
import { day, extensionNumber, instant, siteId, userId } from '../ids.ts'

/** outgoing and incoming cross the border of the company; internal does not. */
export const callDirection = z.enum(['incoming', 'outgoing', 'internal'])
export type CallDirection = z.infer<typeof callDirection>

export const callDisposition = z.enum(['Answered', 'Missed', 'Voicemail', 'Busy'])
export type CallDisposition = z.infer<typeof callDisposition>

/** One side of a call: a person, an extension as it was then, or numbers that begin so (with or without their plus). */
export const callSide = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), userId }),
  z.object({ kind: z.literal('extension'), extension: extensionNumber }),
  z.object({ kind: z.literal('number'), number: z.string().regex(/^\+?\d{1,15}$/) }),
])
export type CallSide = z.infer<typeof callSide>

/** What the Analytics page asks for. Days are those of this computer's time zone; the last one is included. */
export const analyticsFilter = z
  .object({
    who: callSide.optional(),
    /** The other side of the calls of whom. */
    peer: callSide.optional(),
    /** Where a person who took part belongs. */
    site: siteId.optional(),
    /** Only people who have left: deactivated or deleted. */
    goneOnly: z.boolean().default(false),
    direction: callDirection.optional(),
    disposition: callDisposition.optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(({ who, peer }) => who !== undefined || peer === undefined, 'The other side needs the one side')
export type AnalyticsFilter = z.output<typeof analyticsFilter>

/** What bills are filtered by: they know the person and the month. */
export const billFilter = z.object({
  userId: userId.optional(),
  site: siteId.optional(),
  goneOnly: z.boolean().default(false),
  from: day.optional(),
  to: day.optional(),
})
export type BillFilter = z.output<typeof billFilter>

export const callParty = z.object({
  /** Null outside the company. */
  userId: userId.nullable(),
  /** The name as it was when the call was made. */
  name: z.string(),
  number: z.string(),
  extension: z.string().nullable(),
  /** Has left the company since. */
  gone: z.boolean(),
})
export type CallParty = z.infer<typeof callParty>

export const callRow = z.object({
  id: z.string(),
  startedAt: instant,
  direction: callDirection,
  caller: callParty,
  callee: callParty,
  talkSeconds: z.int().min(0),
  disposition: callDisposition,
})
export type CallRow = z.infer<typeof callRow>

const count = z.int().min(0)

export const callTotals = z.object({
  calls: count,
  answered: count,
  /** Calls that ended in voicemail. */
  voicemails: count,
  talkSeconds: count,
  days: z.array(z.object({ day, calls: count })),
  /** A month is 2026-11; the newest comes first, and so in bills. */
  months: z.array(
    z.object({ month: z.string(), calls: count, answered: count, voicemails: count, talkSeconds: count }),
  ),
})
export type CallTotals = z.infer<typeof callTotals>

/** The busiest extensions, and how many there are. A call between two extensions counts for both. */
export const extensionTotals = z.object({
  total: count,
  extensions: z.array(
    z.object({
      extension: z.string(),
      /** Who has it now; null when it is free or gone. */
      holder: z.string().nullable(),
      calls: count,
      talkSeconds: count,
    }),
  ),
})
export type ExtensionTotals = z.infer<typeof extensionTotals>

export const billRow = z.object({
  id: z.string(),
  month: z.string(),
  userId,
  /** The name as it was when the bill was made. */
  name: z.string(),
  gone: z.boolean(),
  item: z.string(),
  cents: z.int(),
})
export type BillRow = z.infer<typeof billRow>

export const billTotals = z.object({
  records: count,
  cents: z.int(),
  months: z.array(z.object({ month: z.string(), records: count, cents: z.int() })),
  items: z.array(z.object({ item: z.string(), records: count, cents: z.int() })),
})
export type BillTotals = z.infer<typeof billTotals>

/** Someone whom the filter can name; people who are gone too. */
export const analyticsPerson = z.object({
  userId,
  name: z.string(),
  extension: z.string().nullable(),
  gone: z.boolean(),
})
export type AnalyticsPerson = z.infer<typeof analyticsPerson>
