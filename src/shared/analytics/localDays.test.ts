import { expect, it } from 'vitest'
import { dayOf, endOfDay, startOfDay, zoneOffsets } from './localDays.ts'

it.each([
  ['2026-11-03', 'UTC', '2026-11-03T00:00:00.000Z'],
  ['2026-11-03', 'America/New_York', '2026-11-03T05:00:00.000Z'],
  ['2026-07-03', 'America/New_York', '2026-07-03T04:00:00.000Z'],
  ['2026-07-03', 'Asia/Kolkata', '2026-07-02T18:30:00.000Z'],
  ['2026-07-03', 'Pacific/Kiritimati', '2026-07-02T10:00:00.000Z'],
  // Clocks go forward at midnight, so the day begins at one.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, instant) => {
  expect(startOfDay(day, zone)).toBe(instant)
  expect(dayOf(instant, zone)).toBe(day)
  expect(dayOf(new Date(Date.parse(instant) - 1).toISOString(), zone)).not.toBe(day)
})

it('a day on which clocks change has 23 or 25 hours', () => {
  const hours = (day: string): number =>
    (Date.parse(endOfDay(day, 'Europe/Berlin')) - Date.parse(startOfDay(day, 'Europe/Berlin'))) / 3_600_000
  expect(['2026-03-29', '2026-10-25', '2026-10-26'].map(hours)).toEqual([23, 25, 24])
})

it.each(['UTC', 'America/New_York', 'Europe/Berlin'])(
  'in %s a period until the last day that can be typed ends after every call, as text too',
  (zone) => {
    expect(endOfDay('9999-12-31', zone) > '2026-11-23T10:42:00.000Z').toBe(true)
  },
)

it('every change of the clock is found, to the minute', () => {
  expect(zoneOffsets('America/New_York', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')).toEqual([
    { from: '2026-01-01T00:00:00.000Z', minutes: -300 },
    { from: '2026-03-08T07:00:00.000Z', minutes: -240 },
    { from: '2026-11-01T06:00:00.000Z', minutes: -300 },
  ])
})
