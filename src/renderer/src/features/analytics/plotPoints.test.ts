import { expect, it } from 'vitest'
import { callSpans, monthSpans } from './plotPoints.ts'

const sunday = 0

it('a quarter shows every day, also those without calls', () => {
  const { grain, spans } = callSpans(
    [{ day: '2026-11-02', calls: 3 }],
    { from: '2026-11-01', to: '2026-11-03' },
    sunday,
  )
  expect(grain).toBe('day')
  expect(spans.map(({ count }) => count)).toEqual([0, 3, 0])
})

it('a year shows weeks, cut at its ends, and no call is lost', () => {
  const days = [
    { day: '2026-01-01', calls: 1 },
    { day: '2026-01-03', calls: 2 },
    { day: '2026-01-04', calls: 4 },
    { day: '2026-12-31', calls: 8 },
  ]
  const { grain, spans } = callSpans(days, {}, sunday)
  expect(grain).toBe('week')
  expect(spans[0]).toEqual({ from: '2026-01-01', to: '2026-01-03', count: 3 })
  expect(spans[1]).toEqual({ from: '2026-01-04', to: '2026-01-10', count: 4 })
  expect(spans.at(-1)).toEqual({ from: '2026-12-27', to: '2026-12-31', count: 8 })
  expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(15)
})

it('ten years show months', () => {
  const { grain, spans } = callSpans(
    [{ day: '2026-02-28', calls: 1 }],
    { from: '2017-01-01', to: '2026-12-31' },
    sunday,
  )
  expect(grain).toBe('month')
  expect(spans).toHaveLength(120)
})

it('a month without a bill has a place between its neighbors', () => {
  expect(
    monthSpans([
      { month: '2027-01', count: 5 },
      { month: '2026-11', count: 3 },
    ]),
  ).toEqual([
    { month: '2026-11', count: 3 },
    { month: '2026-12', count: 0 },
    { month: '2027-01', count: 5 },
  ])
  expect(monthSpans([])).toEqual([])
})

it('nothing at all has no bars', () => {
  expect(callSpans([], {}, sunday).spans).toEqual([])
})
