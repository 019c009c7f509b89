import { expect, it } from 'vitest'
import { isCurrency, plainAmount } from './currency.ts'

// A yen has no cents: divided by a hundred, a bill would be a hundredth of what it is.
it.each([
  [2400, 'USD', '24.00'],
  [-5, 'EUR', '-0.05'],
  [2400, 'JPY', '2400'],
  [2400, 'KWD', '2.400'],
])('%i of the smallest unit of %s are %s', (cents, currency, amount) => {
  expect(plainAmount(cents, currency)).toBe(amount)
})

it('knows what is a currency', () => {
  expect(['USD', 'CHF', 'XQQ', 'usd', ''].map(isCurrency)).toEqual([true, true, false, false, false])
})
