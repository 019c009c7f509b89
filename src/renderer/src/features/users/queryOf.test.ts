import { expect, it } from 'vitest'
import { filterOf } from './queryOf.ts'

it('counts the days of leaving from today over the end of a month and a leap day', () => {
  expect(filterOf(' an ', { leaving: 'week' }, '2028-02-25')).toEqual({
    search: 'an',
    leavesFrom: '2028-02-25',
    leavesUntil: '2028-03-03',
  })
  expect(filterOf('', { leaving: 'passed' }, '2026-03-01')).toEqual({ search: '', leavesUntil: '2026-02-28' })
})
