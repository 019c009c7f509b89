import { expect, it } from 'vitest'
import { delaySentence, isDelay, secondsLeft } from './delay.ts'

const delay = { why: 'The password is not right.', until: '2026-11-23T10:15:00.000Z' }

// Would catch: a wait that ends before main lets anybody in, and one of minutes that stands still for a minute.
it.each([
  ['2026-11-23T10:00:00.000Z', 900, 'in 15 minutes'],
  ['2026-11-23T10:00:00.400Z', 900, 'in 15 minutes'],
  ['2026-11-23T10:00:01.000Z', 899, 'in 14 minutes and 59 seconds'],
  ['2026-11-23T10:12:59.000Z', 121, 'in 2 minutes and 1 second'],
  ['2026-11-23T10:13:30.000Z', 90, 'in 1 minute and 30 seconds'],
  ['2026-11-23T10:13:31.000Z', 89, 'in 89 seconds'],
  ['2026-11-23T10:14:59.999Z', 1, 'in 1 second'],
  ['2026-11-23T10:15:00.000Z', 0, 'now'],
  ['2026-11-23T11:00:00.000Z', 0, 'now'],
])('at %s %i seconds are left, and the next attempt is possible %s', (at, seconds, when) => {
  expect(secondsLeft(delay, new Date(at))).toBe(seconds)
  expect(delaySentence(delay, new Date(at))).toBe(`The password is not right. The next attempt is possible ${when}.`)
})

it('is told from what other errors have beside their sentence', () => {
  expect([delay, {}, { until: delay.until }, { runId: '7' }].map(isDelay)).toEqual([true, false, false, false])
})
