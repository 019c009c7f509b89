import { expect, it } from 'vitest'
import { leavingWords } from './leavingWords.ts'

it('a day of leaving says when it is today or tomorrow, over the end of a month, and when it has passed', () => {
  expect(leavingWords('2026-11-30', '2026-11-30')).toBe('Today')
  expect(leavingWords('2026-12-01', '2026-11-30')).toBe('Tomorrow')
  expect(leavingWords('2026-12-02', '2026-11-30')).toBe('12/02/2026')
  expect(leavingWords('2026-11-29', '2026-11-30')).toBe('Overdue, 11/29/2026')
})
