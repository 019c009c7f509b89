import { expect, it } from 'vitest'
import { readOutsideNumber } from './phoneNumbers.ts'

it.each([
  ['+1 212 555 0134', '+12125550134'],
  ['+1 (212) 555-0134', '+12125550134'],
  ['+44 (0)20 7946 0123', '+442079460123'],
  ['+49/30.2312-5005', '+493023125005'],
  ['+1 212 55', null],
  ['+1 212 555 01345', null],
  ['+44 20', null],
  ['212 555 0134', null],
  ['', null],
])('%s is read as %s', (text, number) => {
  expect(readOutsideNumber(text)).toBe(number)
})
