import { expect, it } from 'vitest'
import { filterOf, todayHere } from './queryOf.ts'

it('counts the days of leaving from today over the end of a month and a leap day', () => {
  expect(filterOf(' an ', { leaving: 'week' }, '2028-02-25')).toEqual({
    search: 'an',
    leavesFrom: '2028-02-25',
    leavesUntil: '2028-03-03',
  })
  expect(filterOf('', { leaving: 'passed' }, '2026-03-01')).toEqual({ search: '', leavesUntil: '2026-02-28' })
})

it('takes the calendar day of this place, not of Greenwich', () => {
  expect(todayHere(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05')
})
