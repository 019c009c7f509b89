import { describe, expect, it } from 'vitest'
import { clampTime, peaksOf, seekTarget } from './playback.ts'
import { spokenLength } from './spokenLength.ts'

describe('the keys of the line', () => {
  it.each([
    ['ArrowLeft', 12, 7],
    ['ArrowLeft', 3, 0],
    ['ArrowRight', 12, 17],
    ['ArrowRight', 28, 30],
    ['Home', 12, 0],
    ['End', 12, 30],
  ])('%s at %d s goes to %d s', (key, time, target) => {
    expect(seekTarget(key, time, 30)).toBe(target)
  })

  it('leaves Tab to the window', () => {
    expect(seekTarget('Tab', 12, 30)).toBeNull()
  })
})

it('does not seek before the start of a message of unknown length', () => {
  expect(clampTime(5, 0)).toBe(0)
})

describe('the picture of a message', () => {
  it('has its loudest part at full height, however quiet the message is', () => {
    expect(Math.max(...peaksOf(Float32Array.from([0.01, -0.05, 0.02, 0]), 2))).toBe(1)
  })

  it('is flat for silence, not noise blown up', () => {
    expect(peaksOf(new Float32Array(100), 4)).toEqual([0, 0, 0, 0])
  })

  it('has no more bars than asked for', () => {
    expect(peaksOf(new Float32Array(1001), 10).length).toBeLessThanOrEqual(10)
  })
})

it.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [65, '1 minute 5 seconds'],
  [3600, '1 hour'],
])('says %d seconds as "%s"', (seconds, said) => {
  expect(spokenLength(seconds)).toBe(said)
})
