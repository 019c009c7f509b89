import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from '@playwright/test'
import { choices } from '../../src/shared/offboarding/choices.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import type { RunId } from '../../src/shared/ids.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { launch, untilReady, type Launched } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/** The demo person with 120 voicemails. */
const person = 'tom.okafor'

const moments: [name: string, reached: (run: Run) => boolean][] = [
  ['in mid-archive', (run) => run.messages.proven > 0 && run.messages.proven < run.messages.listed],
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
    const id = await startRun(launched, outputFolder)
    const before = await waitFor(launched.window, id, reached)
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
    const run = await waitFor(again.window, id, (one) => one.status === 'done' || one.status === 'failed')
    await again.app.close()
    expect([run.status, run.error]).toEqual(['done', null])
    expect(run.messages.proven).toBe(120)
    expect(run.archive).toBe(before.archive)
    expect(run.steps.every((step) => step.status === 'done')).toBe(true)
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run.archive! })
  })
}

function stateOf(run: Run, kind: string): string | undefined {
  return run.steps.find((step) => step.action.kind === kind)?.status
}

async function startRun({ app, window }: Launched, folder: string): Promise<RunId> {
  await answerOpenDialog(app, folder)
  const grant = await ask(window, 'folders.chooseArchive', {})
  const { users } = await ask(window, 'users.list', { filter: { search: person }, limit: 1 })
  const plan = { userId: users[0]!.id, choices: choices.parse({}) }
  const { hash: planHash } = await ask(window, 'offboarding.plan', plan)
  const { approval } = await ask(window, 'runs.approve', { ...plan, planHash })
  const request = { ...plan, planHash, approval, archiveFolder: grant!.grantId, confirm: null, draftId: null }
  return (await ask(window, 'runs.start', request)).runId
}

/** Asks as fast as main answers, so that the moment is met while it lasts. */
async function waitFor(window: Page, runId: RunId, reached: (run: Run) => boolean): Promise<Run> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const run = await ask(window, 'runs.show', { runId })
    if (reached(run)) return run
  }
  throw new Error('The run did not reach the moment within 30 s')
}
