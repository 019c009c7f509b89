import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ask } from './invoke.ts'
import { launch, logFile, untilReady, type Launched } from './launch.ts'

type Options = {
  /** What the data folder holds when the app starts: nothing, or the demo company. */
  company: 'none' | 'demo'
}
type TestFixtures = {
  dataFolder: string
  /** A folder for whatever the test saves. */
  outputFolder: string
  launched: Launched
  app: ElectronApplication
  /** The main window, after its first data was painted. */
  window: Page
}
/** Answers a data folder with the demo company, made once a worker and copied by who needs it. */
type WorkerFixtures = { demoFolder: () => Promise<string> }

/** Playwright's test with the real app: `test.use({ company: 'demo' })` starts it on a copy of the demo company. */
export const test = base.extend<TestFixtures & Options, WorkerFixtures>({
  company: ['none', { option: true }],

  demoFolder: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = newFolder('demo')
      let made: Promise<string> | undefined
      await use(() => (made ??= createDemo(folder)))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],

  dataFolder: async ({ company, demoFolder }, use) => {
    const folder = newFolder('data')
    if (company === 'demo') copyData(await demoFolder(), folder)
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  // oxlint-disable-next-line no-empty-pattern
  outputFolder: async ({}, use) => {
    const folder = newFolder('saved')
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  launched: async ({ dataFolder }, use, info) => {
    const launched = await launch(dataFolder)
    await use(launched)
    if (info.status !== info.expectedStatus) {
      const screenshot = await launched.window.screenshot().catch(() => null)
      if (screenshot) await info.attach('window', { body: screenshot, contentType: 'image/png' })
      await info.attach('output', { body: launched.output(), contentType: 'text/plain' })
      const log = logFile(dataFolder)
      if (existsSync(log)) await info.attach('log', { path: log, contentType: 'text/plain' })
    }
    await launched.app.close()
  },

  app: async ({ launched }, use) => use(launched.app),

  window: async ({ launched }, use) => {
    await untilReady(launched.window)
    await use(launched.window)
  },
})

export { expect } from '@playwright/test'

export function newFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `offhook-e2e-${purpose}-`))
}

async function createDemo(folder: string): Promise<string> {
  const { app, window } = await launch(folder)
  await ask(window, 'tenant.createDemo', {})
  await app.close()
  return folder
}

/** Everything but what Chromium keeps, which belongs to the app that made it. */
export function copyData(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => basename(path) !== 'window' && !basename(path).startsWith('Singleton'),
  })
}
