import { expect, it } from 'vitest'
import { strengthOf } from '../../src/shared/archives/passphrase.ts'

// A hint that calls "aaaaaaaaaaaa" fair makes people use it.
it.each([
  ['', 'tooShort'],
  ['Tr0ub4dor&3', 'tooShort'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['123456789012', 'weak'],
  ['qwertyuiopasdf', 'weak'],
  ['passwordpassword', 'weak'],
  ['summer in the city', 'fair'],
  ['correct horse battery staple', 'strong'],
  ['nine owls read by lamplight', 'strong'],
  ['x9#Kq2!vT7@pLm4z', 'strong'],
  ['九只猫头鹰在灯下读书写字', 'fair'],
] as const)('%j is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength)
})
