import { expectAccessible } from './pages/accessible.ts'
import { StartPage } from './pages/StartPage.ts'
import { launch, untilReady } from './support/launch.ts'
import { untilFront } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test('the demo company is made with progress, and the next start opens it', async ({ app, window, dataFolder }) => {
  test.setTimeout(120_000)
  const start = new StartPage(window)
  await expect(start.demo).toBeVisible()
  await expectAccessible(window)
  await start.demo.press('Enter')
  await expect(window.getByRole('group', { name: 'Demo company' })).toBeFocused()
  await untilFront(window, 'signIn')
  await expect(window.getByRole('textbox', { name: 'User name' })).toBeFocused()
  await window.getByRole('button', { name: /Primary administrator/ }).click()
  await expect(window.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 60_000 })
  await expect(window.getByText('Demo company')).toBeVisible()
  await app.close()
  const again = await launch(dataFolder)
  await untilReady(again.window)
  await expect(again.window.getByText('Demo company')).toBeVisible()
  await again.app.close()
})

// A form that sends an empty name shows main's refusal of a schema, which helps nobody.
test('an own company needs a name and a site, and leads to the import', async ({ app, window }) => {
  const start = new StartPage(window)
  await start.own.press('Enter')
  // In the smallest window the button is in sight.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  await expect(window.getByRole('button', { name: 'Set up' })).toBeInViewport({ ratio: 1 })
  await expect(start.company).toBeFocused()
  await window.getByRole('button', { name: 'Back' }).press('Enter')
  await expect(start.own).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(start.company).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText('Enter the name of the company.')).toBeVisible()
  await expect(window.getByText('Enter a site.')).toBeVisible()
  await start.company.fill('Tinworth Ltd')
  await window.getByRole('button', { name: 'Set up' }).press('Enter')
  await expect(start.site).toBeFocused()
  await expectAccessible(window)
  await start.company.fill('Tinworth Ltd')
  await start.site.fill('Leeds')
  await start.fillAdministrator()
  await start.again.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
  await expect(window.getByText(/Tinworth Ltd is set up/)).toBeVisible()
  // Nobody can be offboarded yet, and the way to the first users is where one looks for them.
  await window.getByRole('link', { name: 'Offboarding' }).click()
  await expect(window.getByRole('main').getByRole('link', { name: 'Import users' })).toBeVisible()
  await window.getByRole('button', { name: 'Offboard someone' }).click()
  await window.getByRole('main').getByRole('link', { name: 'Import users' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
  // Nothing was ever called, so that no other period would show more.
  await window.getByRole('link', { name: 'Analytics' }).click()
  await expect(window.getByRole('heading', { name: 'No calls and bills yet' })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Show all time' })).toHaveCount(0)
})

test('every page is reached by the rail, and settings change the theme', async ({ window }) => {
  const start = new StartPage(window)
  await start.own.click()
  await start.company.fill('Tinworth Ltd')
  await start.site.fill('Leeds')
  await start.fillAdministrator()
  await window.getByRole('button', { name: 'Set up' }).click()
  const rail = window.getByRole('navigation', { name: 'Pages' })
  for (const page of ['Offboarding', 'Users', 'Archives', 'Import', 'Settings']) {
    await rail.getByRole('link', { name: page }).click()
    await expect(window.getByRole('heading', { level: 1, name: page })).toBeVisible()
    await expect(rail.getByRole('link', { name: page })).toHaveAttribute('aria-current', 'page')
    await expectAccessible(window)
  }
  await window.emulateMedia({ colorScheme: null })
  await window.getByText('Dark', { exact: true }).click()
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await window.getByText('Light', { exact: true }).click()
  await expect(window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
})
