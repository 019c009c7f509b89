import { expect, it } from 'vitest'
import type { RunId } from '../shared/ids.ts'
import type { RunStatus } from '../shared/offboarding/run.ts'
import { announceRuns } from './runNotices.ts'

function setUp() {
  const told: unknown[][] = []
  const emitted: string[] = []
  const emit = announceRuns((name) => void emitted.push(name), {
    notify: (title, body) => void told.push(['notify', title, body.split(':')[0]]),
    showProgress: (fraction) => void told.push(['progress', fraction]),
    keepAwake: (on) => void told.push(['awake', on]),
  })
  const change = (id: string, status: RunStatus, title = 'Offboard Dana Whitfield'): void =>
    emit('runs.changed', { runId: id as RunId, status, title })
  const progress = (id: string, bytes: number): void =>
    emit('runs.progress', { runId: id as RunId, phase: 'saving', done: 1, total: 10, bytes, totalBytes: 100 })
  return { told, emitted, change, progress }
}

it('keeps the computer awake from the first run to the end of the last', () => {
  const { told, change } = setUp()
  change('a', 'running')
  change('b', 'running')
  change('a', 'done')
  expect(told).toEqual([
    ['awake', true],
    ['progress', 0],
    ['notify', 'Offboard Dana Whitfield', 'Done'],
  ])
  change('b', 'failed', 'Save 3 messages')
  expect(told.slice(3)).toEqual([
    ['notify', 'Save 3 messages', 'Stopped'],
    ['awake', false],
    ['progress', null],
  ])
})

// A progress event that arrives after the end would leave a bar on the taskbar for good.
it('shows progress of working runs only, and passes every event on', () => {
  const { told, emitted, change, progress } = setUp()
  progress('a', 10)
  change('a', 'running')
  progress('a', 25)
  change('a', 'paused')
  progress('a', 30)
  expect(told.filter(([kind]) => kind === 'progress')).toEqual([
    ['progress', 0],
    ['progress', 0.25],
    ['progress', null],
  ])
  expect(emitted).toHaveLength(5)
})

// Runs found unfinished at the start are not runs that ended now.
it('announces no end of a run that did not work in this session', () => {
  const { told, change } = setUp()
  change('a', 'interrupted')
  change('a', 'cancelled')
  expect(told).toEqual([])
})
