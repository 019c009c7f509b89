import type { Page } from '@playwright/test'
import { expectAccessible } from './pages/accessible.ts'
import { PlayerPage } from './pages/PlayerPage.ts'
import { ask } from './support/invoke.ts'
import { signIn, untilFront } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

async function lock(window: Page): Promise<void> {
  await ask(window, 'session.lock', {})
  await untilFront(window, 'locked')
}

async function unlock(window: Page): Promise<void> {
  await window.getByLabel('Password', { exact: true }).fill('maple-harbor-41')
  await window.keyboard.press('Enter')
  await untilFront(window, 'pages')
}

async function openSettings(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click()
}

/** What is typed into any field of the document, drawn or not. */
function typedAnywhere(window: Page): Promise<string> {
  return window.evaluate(() =>
    [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join('\n'),
  )
}

// Would catch: a form that is begun anew because somebody was called to the telephone.
test('what was typed is there after the lock, and nothing of it can be seen, read or reached under it', async ({
  window,
}) => {
  await openSettings(window)
  await window.getByRole('button', { name: 'Add site…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Tulsa')
  await lock(window)
  await expectAccessible(window)
  expect(await window.locator('body').innerText()).not.toMatch(/Settings|Add site/)
  expect(await window.locator('body').ariaSnapshot()).not.toMatch(/Settings|Add site|Tulsa/)
  for (let step = 0; step < 8; step += 1) {
    await window.keyboard.press('Tab')
    expect(await window.evaluate(() => document.activeElement?.checkVisibility() ?? true)).toBe(true)
  }
  await window.keyboard.press('Escape')
  await window.getByLabel('Password', { exact: true }).focus()
  await unlock(window)
  await expect(dialog.getByLabel('Name')).toHaveValue('Tulsa')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(window.getByRole('button', { name: 'Add site…' })).toBeFocused()
})

// Would catch: a menu that the lock interrupts while it closes, and that lies open over the page after it.
test('the menu that locks is closed after the lock, and its button has the focus', async ({ window }) => {
  const operator = window.getByRole('button', { name: /Margaret Osei/ })
  await operator.press('Enter')
  await window.getByRole('menuitem', { name: 'Lock' }).press('Enter')
  await untilFront(window, 'locked')
  await unlock(window)
  await expect(operator).toBeFocused()
  await expect(window.getByRole('menu')).toHaveCount(0)
  await expect(operator).toHaveAttribute('aria-expanded', 'false')
})

// Main refuses everything while it is locked; what stands on the page must not wait for its answer to be drawn again.
test('after a lock of an hour the form still has what was typed', async ({ window }) => {
  await openSettings(window)
  await window.getByRole('region', { name: 'Company' }).getByRole('button', { name: 'Change…' }).click()
  const name = window.getByRole('dialog').getByLabel('Name')
  await name.fill('Lakeshore Holding')
  await window.clock.install()
  await lock(window)
  await window.clock.runFor('01:00:00')
  await unlock(window)
  await expect(name).toHaveValue('Lakeshore Holding')
  await window.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(window.getByRole('region', { name: 'Company' })).toContainText('Lakeshore Holding')
})

test('a password that was being typed is not there after the lock, the rest of the form is', async ({ window }) => {
  await openSettings(window)
  await window.getByRole('button', { name: 'Add operator…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(/^Name/).fill('Hanna Weiss')
  await dialog.getByLabel(/^Password(?! again)/).fill('violet-canyon-88')
  await dialog.getByLabel(/^Password again/).fill('violet-canyon-88')
  await lock(window)
  expect(await typedAnywhere(window)).not.toContain('violet-canyon-88')
  await unlock(window)
  await expect(dialog.getByLabel(/^Name/)).toHaveValue('Hanna Weiss')
  await expect(dialog.getByLabel(/^Password(?! again)/)).toHaveValue('')
  await expect(dialog.getByLabel(/^Password again/)).toHaveValue('')
})

test('whoever signs in instead finds nothing of what was typed', async ({ window }) => {
  await openSettings(window)
  await window.getByRole('button', { name: 'Add site…' }).click()
  await window.getByRole('dialog').getByLabel('Name').fill('Tulsa')
  await lock(window)
  await window.getByRole('button', { name: 'Sign out' }).click()
  await untilFront(window, 'signIn')
  expect(await typedAnywhere(window)).not.toContain('Tulsa')
  await signIn(window, 'caleb.ostrander')
  await openSettings(window)
  await expect(window.getByRole('dialog')).toHaveCount(0)
  expect(await typedAnywhere(window)).not.toContain('Tulsa')
})

// Would catch: a voicemail that goes on being heard in a room that nobody is in, or begins again by itself.
test('a message that plays is silent under the lock and after it', async ({ window }) => {
  const page = new PlayerPage(window)
  await page.open('1042')
  await page.play().click()
  await expect.poll(async () => (await page.audio()).time).toBeGreaterThan(0.2)
  await lock(window)
  const paused = (): Promise<boolean> => window.locator('audio').evaluate((element: HTMLAudioElement) => element.paused)
  expect(await paused()).toBe(true)
  await unlock(window)
  await window.waitForTimeout(500)
  expect(await paused()).toBe(true)
})
