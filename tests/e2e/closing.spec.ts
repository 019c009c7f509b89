import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { ImportPage } from './pages/ImportPage.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { launch, untilReady } from './support/launch.ts'
import { startRun, untilRun } from './support/runs.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/**
 * Closes the window twice: to the first question the answer is to keep working, to the second to stop. Answers what was
 * asked; rejects when the app ends unasked.
 */
async function closeTwice(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow, dialog }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    const answers = [0, 1]
    return new Promise<string>((resolve) => {
      dialog.showMessageBox = (...given: unknown[]) => {
        const { message } = given.at(-1) as { message: string }
        const response = answers.shift() ?? 0
        if (response === 0) {
          resolve(message)
          setTimeout(() => window.close(), 100)
        }
        return Promise.resolve({ response, checkboxChecked: false })
      }
      window.close()
    })
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
  expect(await closeTwice(launched.app)).toBe('A run is under way')
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

// Would catch: an import of an hour that ends with a click on the cross.
test('closing during an import asks, stops it, and nothing of it stays', async ({
  launched,
  dataFolder,
  outputFolder,
}) => {
  const { app, window } = launched
  await untilReady(window)
  const file = join(outputFolder, 'large.csv')
  const rows = Array.from({ length: 60_000 }, (_, index) => `zz.user${index},Zed,Zymurgy${index}`)
  writeFileSync(file, `Login,Given name,Surname\n${rows.join('\n')}\n`)
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await page.users.getByRole('button', { name: 'Import 60,000 users' }).click({ timeout: 60_000 })
  await expect(page.users.getByRole('button', { name: 'Cancel import' })).toBeVisible()
  const ended = once(app.process(), 'exit')
  expect(await closeTwice(app)).toBe('An import is under way')
  expect(await ended).toEqual([0, null])

  const again = await launch(dataFolder)
  await untilReady(again.window)
  const query = { filter: { search: 'zymurgy' }, sort: 'name', descending: false, offset: 0, limit: 10 } as const
  expect((await ask(again.window, 'users.list', query)).users).toEqual([])
  await again.app.close()
})

test('closing while nothing runs asks nothing', async ({ launched }) => {
  await untilReady(launched.window)
  const ended = once(launched.app.process(), 'exit')
  await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  expect(await ended).toEqual([0, null])
})
