import { expect, it } from 'vitest'
import { todayHere } from './today.ts'

it('takes the calendar day of this place, not of Greenwich', () => {
  expect(todayHere(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05')
})
