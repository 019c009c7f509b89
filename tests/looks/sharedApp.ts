import type { ElectronApplication, Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { launch, untilReady } from '../e2e/support/launch.ts'
import { copyData, newFolder, test as base } from '../e2e/support/test.ts'

type Shared = { app: ElectronApplication; window: Page }

/** Tests that only look share an app: `shared` is on the demo company, signed in, and stays as long as the worker. */
export const test = base.extend<object, { shared: Shared }>({
  shared: [
    async ({ demoFolder }, use) => {
      const folder = newFolder('looks')
      copyData(await demoFolder(), folder)
      const { app, window } = await launch(folder)
      await untilReady(window)
      await window.emulateMedia({ reducedMotion: 'reduce' })
      await use({ app, window })
      await app.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
