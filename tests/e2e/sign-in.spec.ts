import type { Page } from '@playwright/test'
import { expectAccessible } from './pages/accessible.ts'
import { ask, invoke } from './support/invoke.ts'
import { signIn, untilFront } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

test('by keyboard: a wrong password is refused in a sentence, the right one opens the first page', async ({
  launched: { window },
}) => {
  await untilFront(window, 'signIn')
  await expectAccessible(window)
  await expect(window.getByRole('textbox', { name: 'User name' })).toBeFocused()
  await window.keyboard.type('margaret.osei')
  await window.keyboard.press('Tab')
  await window.keyboard.type('not the one')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alert')).toHaveText('The user name or the password is not right. Try again.')
  await window.keyboard.type('maple-harbor-41')
  await window.keyboard.press('Enter')
  await untilFront(window, 'pages')
  await expect(window.getByRole('heading', { level: 1, name: 'Offboarding' })).toBeVisible()
})

test('by mouse, then locked, unlocked and signed out; nothing of the company is behind the lock', async ({
  launched: { window },
}) => {
  await untilFront(window, 'signIn')
  await window.getByRole('button', { name: /^Secondary administrator/ }).click()
  await untilFront(window, 'pages')
  const menu = window.getByRole('button', { name: /Caleb Ostrander/ })
  await menu.click()
  await window.getByRole('menuitem', { name: 'Lock' }).click()
  await untilFront(window, 'locked')
  await expectAccessible(window)
  await expect(window.getByText('Dana Whitfield').filter({ visible: true })).toHaveCount(0)
  expect(await window.locator('body').innerText()).not.toContain('Dana Whitfield')
  expect(await window.locator('body').ariaSnapshot()).not.toContain('Dana Whitfield')
  await window.getByLabel('Password', { exact: true }).fill('copper-meadow-27')
  await window.keyboard.press('Enter')
  await untilFront(window, 'pages')
  await menu.click()
  await window.getByRole('menuitem', { name: 'Sign out' }).click()
  await untilFront(window, 'signIn')
})

// Would catch: a wait that nobody sees the end of, and one that a screen reader is told of each second.
test('after three wrong passwords the wait counts down to its end, and is said at its start and its end', async ({
  launched: { window },
}) => {
  await untilFront(window, 'signIn')
  const userName = 'margaret.osei'
  for (let attempt = 0; attempt < 2; attempt += 1)
    await invoke(window, 'session.signIn', { userName, password: 'not the one' })
  const name = window.getByRole('textbox', { name: 'User name' })
  const password = window.getByLabel('Password', { exact: true })
  const button = window.getByRole('button', { name: 'Sign in', exact: true })
  const timer = window.getByRole('timer')
  const heard = await hearAlerts(window)
  await name.fill(userName)
  await password.fill('not the one')
  await password.press('Enter')
  await expect(timer).toHaveText(
    /^The user name or the password is not right\. The next attempt is possible in [45] sec/,
  )
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription('Wait until the next attempt is possible.')
  await expect(password).toBeFocused()
  await password.press('Enter')
  await name.fill('caleb.ostrander')
  await expect(button).toBeEnabled()
  await name.fill(userName)
  await expect(button).toBeDisabled()
  await expect(timer).toHaveText(/possible in [123] seconds?\.$/)
  await expect(timer).toHaveText(/possible now\.$/)
  await expect(button).toBeEnabled()
  expect(await heard()).toEqual([
    expect.stringMatching(
      /^The user name or the password is not right\. The next attempt is possible in [45] seconds\.$/,
    ),
    'The user name or the password is not right. The next attempt is possible now.',
  ])
  await password.fill('maple-harbor-41')
  await button.click()
  await untilFront(window, 'pages')

  await ask(window, 'session.lock', {})
  await untilFront(window, 'locked')
  for (let attempt = 0; attempt < 2; attempt += 1) await invoke(window, 'session.unlock', { password: 'not the one' })
  await password.fill('not the one')
  await password.press('Enter')
  const unlock = window.getByRole('button', { name: 'Unlock' })
  await expect(timer).toHaveText(/^The password is not right\. The next attempt is possible in [45] seconds\.$/)
  await expect(unlock).toBeDisabled()
  await expectAccessible(window)
  await expect(timer).toHaveText(/possible now\.$/)
  await password.fill('maple-harbor-41')
  await unlock.click()
  await untilFront(window, 'pages')
})

/** Notes from now on what alerts say; the answer tells it. */
async function hearAlerts(window: Page): Promise<() => Promise<string[]>> {
  const heard = await window.evaluateHandle(() => {
    const said: string[] = []
    const listen = (): void => {
      for (const { textContent } of document.querySelectorAll('[role="alert"]'))
        if (textContent !== said.at(-1)) said.push(textContent)
    }
    new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true })
    return said
  })
  return () => heard.jsonValue()
}

// A control that is simply missing leaves a viewer looking for it.
test('a viewer sees what is not allowed, with the reason', async ({ launched: { window } }) => {
  await untilFront(window, 'signIn')
  await signIn(window, 'ruth.abernathy')
  const start = window.getByRole('complementary').getByRole('button', { name: 'Offboard someone' })
  await expect(start).toHaveAttribute('aria-disabled', 'true')
  await expect(start).toHaveAccessibleDescription('Only an administrator may do this.')
  await expectAccessible(window)
})

test('the Settings page adds an operator, changes the role, and removes it again', async ({ launched: { window } }) => {
  await untilFront(window, 'signIn')
  await signIn(window)
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click()
  const card = window.getByRole('region', { name: 'Operators' })
  await card.getByRole('button', { name: 'Add operator…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel(/^Name/).fill('Pat Moss')
  // Would catch: four fields that are gone with one press of Escape.
  await window.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toHaveText('What was changed is not saved. Finish it, or discard it.')
  await expect(dialog.getByLabel(/^Name/)).toHaveValue('Pat Moss')
  await dialog.getByLabel(/^User name/).fill('pat.moss')
  await dialog.getByLabel(/^Password( \*)?$/).fill('three plain words')
  await dialog.getByLabel(/^Password again/).fill('three plain words')
  await dialog.getByRole('button', { name: 'Add operator' }).click()
  const row = card.getByRole('row', { name: /Pat Moss/ })
  await expect(row).toContainText('IT administrator')
  await expectAccessible(window)
  await row.getByRole('button', { name: 'More options for Pat Moss' }).click()
  await window.getByRole('menuitem', { name: 'Change role…' }).click()
  await dialog.getByLabel('Role').selectOption('Viewer')
  await dialog.getByRole('button', { name: 'Change role' }).click()
  await expect(row).toContainText('Viewer')
  await row.getByRole('button', { name: 'More options for Pat Moss' }).click()
  await window.getByRole('menuitem', { name: 'Remove…' }).click()
  await dialog.getByRole('button', { name: 'Remove operator' }).click()
  await expect(row).toHaveCount(0)
})
