import { describe, expect, it } from 'vitest'
import { createSeenValues } from './seenValues.ts'

describe('values of a file', () => {
  it('are each new once, also when there are many more than at first', () => {
    const { earlierLine } = createSeenValues(4)
    const values = Array.from({ length: 200_000 }, (_, index) => `+1212${5_000_000 + index}`)
    expect(values.filter((value, index) => earlierLine(value, index + 2) !== null)).toEqual([])
    expect(values.filter((value, index) => earlierLine(value, 9_999_999) !== index + 2)).toEqual([])
  })

  it('are new again once they are forgotten', () => {
    const { earlierLine, forget } = createSeenValues(4)
    const values = ['a', 'b', 'c', 'd', 'e']
    values.forEach((value, index) => earlierLine(value, index + 1))
    forget()
    expect(values.map((value) => earlierLine(value, 9))).toEqual(values.map(() => null))
    expect(earlierLine('a', 10)).toBe(9)
  })

  it('that differ in order, case or length alone are different', () => {
    const { earlierLine } = createSeenValues()
    const values = ['', 'a', 'A', 'ab', 'ba', 'aab', 'aba', 'baa', 'é', 'é'.normalize('NFD')]
    expect(values.map((value, index) => earlierLine(value, index + 1))).toEqual(values.map(() => null))
  })
})
