import { describe, expect, it } from 'vitest'
import { decodeBody } from './transferEncoding.ts'

function decoded(encoding: string, text: string): { text: string; isCertain: boolean } {
  const { bytes, note } = decodeBody(encoding, Buffer.from(text, 'latin1'))
  return { text: Buffer.from(bytes).toString('latin1'), isCertain: note === null }
}

describe('what a body stands for', () => {
  it.each([
    ['lines', 'UklG\r\nRg==\r\n', 'RIFF', true],
    ['signs of no alphabet', 'Uk -!_lG\nRg', 'RIFF', true],
    ['every line padded', 'Ukk=\nRkY=\n', 'RIFF', true],
    ['empty lines in it', 'UklG\n\nRkl\n\nG\n', 'RIFFIF', true],
    ['a footer behind the padding', 'UklG\nRg==\n-- \nSent by a list', 'RIFF', false],
    ['a footer of one word behind the padding', 'UklG\nRg==\nSent', 'RIFF', false],
    ['a footer behind an empty line', 'UklG\n\n____\nSent by a list', 'RIF', false],
  ])('base64: %s', (_, text, expected, isCertain) => {
    expect(decoded('base64', text)).toEqual({ text: expected, isCertain })
  })

  it.each([
    ['line ends that are written out', 'RI=\r\nFF=0D=0A=0A= \r\n', 'RIFF\r\n\n', true],
    ['line ends that are not', 'RI=\r\nFF\r\n=ff', 'RIFF\n\xff', false],
  ])('quoted-printable: %s', (_, text, expected, isCertain) => {
    expect(decoded('quoted-printable', text)).toEqual({ text: expected, isCertain })
  })

  it('any other: itself', () => {
    expect(decoded('binary', 'RI\r\nFF\n=0D')).toEqual({ text: 'RI\r\nFF\n=0D', isCertain: true })
  })
})
