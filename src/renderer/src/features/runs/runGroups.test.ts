import { expect, it } from 'vitest'
import { runId, userId } from '../../../../shared/ids.ts'
import type { RunStatus, RunSummary } from '../../../../shared/offboarding/run.ts'
import { runGroups, unfinished } from './runGroups.ts'

const run = (status: RunStatus, createdAt: string): RunSummary => ({
  id: runId.parse(`${status} ${createdAt}`),
  status,
  title: `Offboard ${status}`,
  offboards: true,
  subject: { kind: 'person', userId: userId.parse(status), name: status, userName: status, extension: null },
  operator: 'admin',
  createdAt,
  finishedAt: null,
  stepsDone: 0,
  stepsUndone: 0,
  stepsTotal: 6,
  currentStep: null,
  archive: null,
  error: null,
})

it('puts what waits for a decision before what is over, and the newest first', () => {
  const groups = runGroups([
    run('done', '2026-11-01T00:00:00.000Z'),
    run('interrupted', '2026-11-02T00:00:00.000Z'),
    run('cancelled', '2026-11-03T00:00:00.000Z'),
  ])
  expect(groups.map((group) => group.title)).toEqual(['Interrupted', 'Ended'])
  expect(groups[1]!.runs.map((one) => one.status)).toEqual(['cancelled', 'done'])
})

it('shows a run of every status somewhere', () => {
  const statuses = ['running', 'interrupted', 'paused', 'failed', 'done', 'cancelled'] as const
  const shown = runGroups(statuses.map((status) => run(status, '2026-11-01T00:00:00.000Z')))
  expect(shown.flatMap((group) => group.runs)).toHaveLength(statuses.length)
})

it('offers no second offboarding for a person whose run can still go on', () => {
  const runs = [run('failed', '2026-11-01T00:00:00.000Z'), run('done', '2026-11-01T00:00:00.000Z')]
  expect([...unfinished(runs)]).toEqual(['failed'])
})
