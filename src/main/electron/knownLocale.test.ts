import { expect, it } from 'vitest'
import { knownLocale } from './knownLocale.ts'

it.each([
  ['de_DE.UTF-8', 'de-DE'],
  ['ca_ES@valencia', 'ca-ES'],
  ['en-DE', 'en-DE'],
  ['C', null],
  ['C.UTF-8', null],
  ['POSIX', null],
  ['', null],
])('the system that calls its language %s is written to as in %s', (name, locale) => {
  expect(knownLocale(name)).toBe(locale)
})
