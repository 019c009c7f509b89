import { expect, it } from 'vitest'
import { whyWaiting } from './whyWaiting.ts'

// Would catch: a step that says that it waits for an archive that is proven, while the steps before it are what it waits for.
it('a step waits for the archive only until that is proven', () => {
  const step = { status: 'pending', destructive: true } as const
  expect(whyWaiting(step, { paused: false, proven: false })).toBe('Waits for the proven archive.')
  expect(whyWaiting(step, { paused: false, proven: true })).toBe('Waits for the steps before it.')
  expect(whyWaiting(step, { paused: true, proven: true })).toContain('Continue')
})
