import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { encodingOf } from './textEncoding.ts'

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

// Would catch: a table in UTF-16 that is told as no text, because its letters are not Latin; a picture that is told as UTF-16.
it.each([
  ['Latin letters', 'Login,Surname\nada,Lovelace\n'],
  ['Cyrillic letters', 'Логин,Фамилия\nада,Лавлейс\n'],
  ['Chinese letters', '姓名,电话,分机\n李伟,1042,2001\n'],
])('UTF-16 is told without a mark: %s', (_, text) => {
  expect(encodingOf(Buffer.from(text, 'utf16le'))).toBe('utf-16le')
  expect(encodingOf(swapped(text))).toBe('utf-16be')
  expect(encodingOf(Buffer.from(text))).toBe('utf-8')
})

it('what is no text is not UTF-16', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000002000000018008020000', 'hex')
  expect([encodingOf(png), encodingOf(Buffer.alloc(0))]).toEqual(['utf-8', 'utf-8'])
  for (let count = 0; count < 200; count += 1) expect(encodingOf(Buffer.concat([png, randomBytes(4096)]))).toBe('utf-8')
})
