import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import type { Run } from '../../src/shared/offboarding/run.ts'
import { RunPage } from './pages/RunPage.ts'
import { ask } from './support/invoke.ts'
import { launch, untilReady } from './support/launch.ts'
import { startRun, untilRun } from './support/runs.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/** The demo person with 120 voicemails. */
const person = 'tom.okafor'

const moments: [name: string, reached: (run: Run) => boolean][] = [
  ['in mid-archive', (run) => stateOf(run, 'archiveVoicemail') === 'running'],
  [
    'in mid-run, behind the proven archive',
    (run) => stateOf(run, 'archiveVoicemail') === 'done' && run.status === 'running',
  ],
]

for (const [name, reached] of moments) {
  test(`killed ${name}, the app offers to continue and loses nothing`, async ({
    launched,
    dataFolder,
    outputFolder,
  }) => {
    await untilReady(launched.window)
    const id = await startRun(launched, person, outputFolder)
    const before = await untilRun(launched.window, id, reached)
    const process = launched.app.process()
    process.kill('SIGKILL')
    if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')

    const again = await launch(dataFolder)
    await untilReady(again.window)
    expect((await ask(again.window, 'runs.show', { runId: id })).status).toBe('interrupted')
    await again.window
      .getByRole('button', { name: /^Continue/ })
      .first()
      .click()
    const run = await untilRun(again.window, id, (one) => one.status === 'done' || one.status === 'failed')
    await again.app.close()
    expect([run.status, run.error]).toEqual(['done', null])
    expect(run.messages.proven).toBe(120)
    expect(run.archive).toBe(before.archive)
    expect(run.steps.every((step) => step.status === 'done')).toBe(true)
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run.archive! })
  })
}

// A system that shuts down tells the app to end: what it does must be paused by then, not torn off.
test('told to end by a signal, the app pauses the run and ends by itself', async ({
  launched,
  dataFolder,
  outputFolder,
}) => {
  await untilReady(launched.window)
  const id = await startRun(launched, person, outputFolder)
  await untilRun(launched.window, id, (run) => stateOf(run, 'archiveVoicemail') === 'running')
  const process = launched.app.process()
  const over = once(process, 'exit')
  process.kill('SIGTERM')
  expect(await over).toEqual([0, null])

  const again = await launch(dataFolder)
  await untilReady(again.window)
  const run = await ask(again.window, 'runs.show', { runId: id })
  await again.app.close()
  expect([run.status, stateOf(run, 'archiveVoicemail')]).toEqual(['paused', 'pending'])
})

// The step whose half was saved said that it waits for those before it, which were done.
test('a run that was paused says so at the step where it goes on', async ({ launched, outputFolder }) => {
  const { window } = launched
  await untilReady(window)
  const runId = await startRun(launched, person, outputFolder)
  await untilRun(window, runId, (run) => stateOf(run, 'archiveVoicemail') === 'running')
  await ask(window, 'runs.cancel', { runId })
  await untilRun(window, runId, ({ status }) => status === 'paused')
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  const { steps } = new RunPage(window)
  const stopped = steps.filter({ hasText: 'The run was paused here and goes on from here with Continue.' })
  await expect(stopped).toHaveCount(1)
  await expect(stopped).toContainText('Save')
  await expect(steps.filter({ hasText: 'Waits for the proven archive.' })).not.toHaveCount(0)
  await window.getByRole('button', { name: 'Continue' }).click()
  await new RunPage(window).isDone(120)
})

function stateOf(run: Run, kind: string): string | undefined {
  return run.steps.find((step) => step.action.kind === kind)?.status
}
