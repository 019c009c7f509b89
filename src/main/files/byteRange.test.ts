import { describe, expect, it } from 'vitest'
import { parseByteRange } from './byteRange.ts'

describe('parseByteRange', () => {
  const cases: [header: string | null, size: number, range: ReturnType<typeof parseByteRange>][] = [
    [null, 100, null],
    ['bytes=0-', 100, { first: 0, last: 99 }],
    ['bytes=10-19', 100, { first: 10, last: 19 }],
    ['bytes=10-1000', 100, { first: 10, last: 99 }],
    ['bytes=99-', 100, { first: 99, last: 99 }],
    ['bytes=100-', 100, 'unsatisfiable'],
    ['bytes=-10', 100, { first: 90, last: 99 }],
    ['bytes=-1000', 100, { first: 0, last: 99 }],
    ['bytes=-0', 100, 'unsatisfiable'],
    ['bytes=0-', 0, 'unsatisfiable'],
    ['bytes=20-10', 100, null],
    ['bytes=-', 100, null],
    ['bytes=0-1,5-6', 100, null],
    ['seconds=0-1', 100, null],
  ]

  // A player that seeks past what the handler answers hears the wrong second, or nothing.
  it.each(cases)('reads %s of %i bytes', (header, size, range) => {
    expect(parseByteRange(header, size)).toEqual(range)
  })
})
