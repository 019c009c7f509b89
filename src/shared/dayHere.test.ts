import { expect, it } from 'vitest'
import { dayHere } from './dayHere.ts'

it('takes the calendar day of this place, not of Greenwich', () => {
  expect(dayHere(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05')
})
