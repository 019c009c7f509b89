import type { ElectronApplication, Page } from '@playwright/test'
import { places } from '../../src/renderer/src/shell/places.ts'
import { findingsEverywhere } from '../e2e/pages/accessible.ts'
import { UserPage } from '../e2e/pages/UserPage.ts'
import { untilFront } from '../e2e/support/signIn.ts'
import { expect, test } from '../e2e/support/test.ts'
import { walkPage } from '../e2e/support/walk.ts'

test.use({ company: 'demo' })
test.setTimeout(300_000)
test.describe.configure({ mode: 'parallel' })

/** A page that is added to the rail is walked without a line here. */
async function findingsOf(app: ElectronApplication, window: Page, name: string): Promise<string[]> {
  const findings: string[] = []
  await walkPage(app, window, name, async (state) => {
    findings.push(...(await findingsEverywhere(app, window, state)))
  })
  return findings
}

for (const { href, label } of places) {
  test(`${label}: light, dark, forced colors and 200 % zoom, with its tabs, menus and dialogs`, async ({
    app,
    window,
  }) => {
    await window.evaluate((hash) => (location.hash = hash), `#${href}`)
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await findingsOf(app, window, label)).toEqual([])
  })
}

test('the user page in every look', async ({ app, window }) => {
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  expect(await findingsOf(app, window, 'User')).toEqual([])
})

test('the sign-in page in every look', async ({ app, launched: { window } }) => {
  await untilFront(window, 'signIn')
  expect(await findingsEverywhere(app, window, 'Sign in')).toEqual([])
})
