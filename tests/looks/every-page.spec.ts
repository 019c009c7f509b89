import { places } from '../../src/renderer/src/shell/places.ts'
import { findingsEverywhere } from '../e2e/pages/accessible.ts'
import { UserPage } from '../e2e/pages/UserPage.ts'
import { untilFront } from '../e2e/support/signIn.ts'
import { expect } from '../e2e/support/test.ts'
import { walkPage } from '../e2e/support/walk.ts'
import { test } from './sharedApp.ts'

test.use({ company: 'demo' })
test.setTimeout(300_000)
test.describe.configure({ mode: 'parallel' })

// A page that is added to the rail is walked without a line here.
for (const { href, label } of places) {
  test(`${label}: light, dark, forced colors and 200 % zoom, with its tabs, menus and dialogs`, async ({ shared }) => {
    const { app, window } = shared
    await window.evaluate((hash) => (location.hash = hash), `#${href}`)
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
    const findings: string[] = []
    await walkPage(app, window, label, async (state) => {
      findings.push(...(await findingsEverywhere(app, window, state)))
    })
    expect(findings).toEqual([])
  })
}

// The tabs of a person are spread over as many tests as keep two workers busy.
const parts = 4
for (let part = 0; part < parts; part += 1) {
  test(`the user page in every look, part ${part + 1} of its tabs`, async ({ shared: { app, window } }) => {
    await new UserPage(window).open('dana.whitfield')
    const findings: string[] = []
    const look = async (state: string): Promise<void> => {
      findings.push(...(await findingsEverywhere(app, window, state)))
    }
    await walkPage(app, window, 'User', look, { part, parts })
    expect(findings).toEqual([])
  })
}

test('the sign-in page in every look', async ({ app, launched: { window } }) => {
  await untilFront(window, 'signIn')
  expect(await findingsEverywhere(app, window, 'Sign in')).toEqual([])
})

test('what is wrong with a page is found in every look', async ({ shared: { app, window } }) => {
  await window.evaluate(() => {
    const faint = document.createElement('p')
    faint.id = 'planted'
    faint.textContent = 'Hardly to be read'
    faint.style.cssText = 'color: #777; background: #666; forced-color-adjust: none'
    document.querySelector('main h1')?.after(faint)
  })
  const findings = await findingsEverywhere(app, window, 'Planted')
  await window.evaluate(() => document.querySelector('#planted')?.remove())
  const looks = ['light', 'dark', 'forced', 'zoomed']
  expect(findings).toEqual(looks.map((look) => `Planted: ${look}: color-contrast at #planted`))
})
