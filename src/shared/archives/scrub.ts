import { z } from 'zod'
import { archiveId, day, instant } from '../ids.ts'

/** Every archive is read again at least once in so many days, when Offhook runs each day. */
export const scrubDays = 30

/** However few archives there are: so much is read in a day, or one archive to its end. */
export const leastDailyBytes = 1024 * 1024 * 1024

/** How many bytes to read today, so that all of them are read again within the period. */
export function dailyBytes(all: number): number {
  return Math.max(leastDailyBytes, Math.ceil(all / scrubDays))
}

export const scrubStatus = z.object({
  /** What is being read right now. */
  current: z.object({ archiveId, personName: z.string(), done: z.int(), total: z.int().nullable() }).nullable(),
  today: day,
  readToday: z.int(),
  wantedToday: z.int(),
  /** Checked within the period, and in need of a check. */
  proven: z.int(),
  overdue: z.int(),
  oldestCheck: instant.nullable(),
})
export type ScrubStatus = z.infer<typeof scrubStatus>
