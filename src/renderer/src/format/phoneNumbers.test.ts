import { expect, it } from 'vitest'
import { formatPhoneNumber } from './phoneNumbers.ts'

it.each([
  ['+12125550134', '+1 212 555 0134'],
  ['+442079460958', '+44 207 946 0958'],
  ['+3531234567', '+353 123 4567'],
])('separates %s after its country code', (phoneNumber, shown) => {
  expect(formatPhoneNumber(phoneNumber)).toBe(shown)
})

it.each(['1042', 'anonymous', '', '+12'])('leaves "%s", which is no E.164 number, as it is', (text) => {
  expect(formatPhoneNumber(text)).toBe(text)
})
