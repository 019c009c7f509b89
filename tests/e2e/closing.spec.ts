import { once } from 'node:events'
import type { ElectronApplication } from '@playwright/test'
import { ask } from './support/invoke.ts'
import { launch, untilReady } from './support/launch.ts'
import { startRun, untilRun } from './support/runs.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/** Closes the window twice: to the first question the answer is to keep working, to the second to pause. */
async function closeTwice(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, dialog }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    const answers = [0, 1]
    dialog.showMessageBox = () => {
      const response = answers.shift() ?? 0
      if (response === 0) setTimeout(() => window.close(), 20)
      return Promise.resolve({ response, checkboxChecked: false })
    }
    window.close()
  })
}

// Without the question a click on the cross leaves somebody half offboarded and nobody told.
test('closing during a run asks, pauses it, and it goes on after the next start', async ({
  launched,
  dataFolder,
  outputFolder,
}) => {
  await untilReady(launched.window)
  const runId = await startRun(launched, 'tom.okafor', outputFolder)
  const process = launched.app.process()
  const ended = once(process, 'exit')
  await closeTwice(launched.app)
  expect(await ended).toEqual([0, null])

  const again = await launch(dataFolder)
  await untilReady(again.window)
  const paused = await ask(again.window, 'runs.show', { runId })
  expect(paused.status).toBe('paused')
  await ask(again.window, 'runs.resume', { runId })
  const done = await untilRun(again.window, runId, ({ status }) => status === 'done' || status === 'failed')
  expect([done.status, done.messages.proven]).toEqual(['done', 120])
  await again.app.close()
})

test('closing while nothing runs asks nothing', async ({ launched }) => {
  await untilReady(launched.window)
  const ended = once(launched.app.process(), 'exit')
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  expect(await ended).toEqual([0, null])
})
