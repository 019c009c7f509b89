import { expect, it } from 'vitest'
import { dayEnd, dayStart, endDay, startDay } from './dayRange.ts'

// Would catch: a search that comes back a day longer or shorter, also over the change to summer time.
it.each(['2026-03-29', '2026-10-25', '2026-12-31', ''])('gives back %s as the first and the last day', (day) => {
  expect(startDay(dayStart(day))).toBe(day)
  expect(endDay(dayEnd(day))).toBe(day)
})
