import { describe, expect, it } from 'vitest'
import { runId } from '../../../../shared/ids.ts'
import type { RunProgress } from '../../../../shared/offboarding/run.ts'
import { progressPercent, progressText, rateOf, withSample } from './progress.ts'

const saving: RunProgress = {
  runId: runId.parse('r1'),
  phase: 'saving',
  done: 97,
  total: 120,
  bytes: 5_000_000,
  totalBytes: 10_000_000,
}

describe('the rate', () => {
  it('is that of the last seconds, not of the whole run', () => {
    const slow = [
      { at: 0, bytes: 0 },
      { at: 10_000, bytes: 1000 },
    ].reduce(withSample, [])
    expect(rateOf(withSample(slow, { at: 11_000, bytes: 2_001_000 }))).toBe(2_000_000)
  })

  it('begins again with a new phase instead of going below zero', () => {
    const samples = withSample([{ at: 0, bytes: 500 }], { at: 1000, bytes: 10 })
    expect(rateOf(samples)).toBeNull()
  })
})

describe('the line', () => {
  it('says what, how many of how many, how much and how fast', () => {
    expect(progressText(saving, 2_000_000)).toBe('Saving voicemail messages · 97 of 120 · 5 MB of 10 MB · 2 MB/s')
  })

  it('leaves out what is not known', () => {
    expect(progressText({ ...saving, phase: 'proving', total: null, bytes: 0, totalBytes: null }, null)).toBe(
      'Reading the archive back to prove it',
    )
  })
})

it('counts messages when bytes are not known, and nothing when neither is', () => {
  expect(progressPercent({ ...saving, totalBytes: null, done: 30 })).toBe(25)
  expect(progressPercent({ ...saving, totalBytes: null, total: null })).toBeNull()
})
