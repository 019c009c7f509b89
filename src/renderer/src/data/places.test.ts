import { expect, it } from 'vitest'
import { placesOf } from './places.ts'

// A place that is wrong by one shows the last call of a day twice, and another never.
it('finds the day of every row, and how many of it come before', () => {
  const place = placesOf([
    { last: '2026-11-03', count: 2 },
    { last: '2026-11-02', count: 0 },
    { last: '2026-11-01', count: 3 },
  ])
  expect([0, 1, 2, 3, 4].map(place)).toEqual([
    { last: '2026-11-03', skip: 0 },
    { last: '2026-11-03', skip: 1 },
    { last: '2026-11-01', skip: 0 },
    { last: '2026-11-01', skip: 1 },
    { last: '2026-11-01', skip: 2 },
  ])
  expect([-1, 5].map(place)).toEqual([null, null])
  expect(placesOf([])(0)).toBeNull()
})
