import { expectAccessible } from './pages/accessible.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { chooseMenuItem } from './support/desktop.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

test('search narrows while typing, by name and by extension, and says when nobody matches', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('whitf')
  await users.count(1)
  await expect(users.row('Dana Whitfield')).toBeVisible()
  await users.search.fill('1042')
  await expect(users.row('Dana Whitfield')).toBeVisible()
  await users.search.fill('no such person')
  await expect(window.getByRole('heading', { name: 'Nobody matches' })).toBeVisible()
  await window.getByRole('button', { name: 'Clear search and filters' }).click()
  await expect(users.search).toHaveValue('')
  await expect(users.row('Dana Whitfield').or(users.row('Ruth Abernathy')).first()).toBeVisible()
})

test('a column head sorts, a second press turns the order round', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  const head = users.grid.getByRole('columnheader', { name: 'Extension' })
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(users.grid.locator('[data-index="0"]')).toContainText('1001')
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(users.grid.locator('[data-index="0"]')).not.toContainText('1001')
})

test('filters add up, and what they leave is counted', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await window.getByRole('button', { name: 'Leaving' }).click()
  await users.count(10)
  await window.getByRole('combobox', { name: 'Site' }).click()
  await window.getByRole('option', { name: 'Berlin' }).click()
  await expect(users.grid.locator('[data-index]').first()).toContainText('Berlin')
  expect(new Set(await users.grid.locator('[data-index] > :nth-child(4)').allTextContents())).toEqual(
    new Set(['Berlin']),
  )
})

// A virtual list that scrolls by the keyboard easily loses the focus with the row that goes out of sight.
test('the keyboard alone searches, walks the rows, opens a person and comes back to the same row', async ({
  window,
}) => {
  const users = new UsersPage(window)
  await users.open()
  await window.keyboard.press('/')
  await expect(users.search).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(users.grid.locator('[data-index="0"]')).toBeFocused()
  await window.keyboard.press('End')
  const last = users.grid.locator('[role="row"]:focus')
  await expect(last).toHaveAttribute('aria-rowindex', (await users.grid.getAttribute('aria-rowcount'))!)
  await window.keyboard.press('Home')
  for (let step = 0; step < 3; step += 1) await window.keyboard.press('ArrowDown')
  await expect(users.grid.locator('[data-index="3"]')).toBeFocused()
  const name = (await users.names())[3]!
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name })).toBeFocused()
  await window.goBack()
  await expect(users.grid.locator('[data-index="3"]')).toHaveAttribute('tabindex', '0')
})

test('the menu of a row opens by keyboard, gives the focus back, and says why something is not offered', async ({
  window,
}) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('Whitfield')
  await users.count(1)
  await users.search.press('ArrowDown')
  await window.keyboard.press('Shift+F10')
  await expect(users.option('Offboard…')).toBeFocused()
  await expect(users.option('Activate User')).toBeDisabled()
  await expect(users.option('Activate User')).toContainText('The user is active')
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await expect(users.row('Dana Whitfield')).toBeFocused()
})

test('each entry of the menu starts its own plan for that person', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('Whitfield')
  await window.getByRole('button', { name: 'More options for Dana Whitfield' }).click()
  await users.option('Reset to Default Settings').click()
  await expect(window.getByRole('heading', { level: 2, name: 'Review' })).toBeVisible()
  await expect(window.getByRole('main')).toContainText('Dana Whitfield')
})

test('Search in the menu bar goes to the search field from any page', async ({ app, window }) => {
  await window.getByRole('link', { name: 'Settings' }).click()
  await chooseMenuItem(app, 'Edit', 'Search')
  await expect(new UsersPage(window).search).toBeFocused()
})

test('a person shows everything that hangs on them, and whether an emergency number can be dialed', async ({
  window,
}) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('Whitfield')
  await users.row('Dana Whitfield').click()
  for (const card of ['Profile', 'Sign-in', 'Phone numbers', 'Extension', 'Devices', 'Licenses', 'Forwarding'])
    await expect(window.getByRole('region', { name: new RegExp(`^${card}`) })).toBeVisible()
  await window.getByRole('textbox', { name: 'Dial check' }).fill('911')
  await expect(window.getByText('Can be dialed.')).toBeVisible()
  await expectAccessible(window)
  await window.getByRole('tab', { name: /^Voicemail/ }).click()
  await expect(
    window
      .getByRole('listbox', { name: /^Voicemail messages/ })
      .getByRole('option')
      .first(),
  ).toBeVisible()
  await expectAccessible(window)
  await window.getByRole('tab', { name: /records/ }).click()
  await expect(window.getByRole('row', { name: /^Chat messages/ })).toContainText('audit privilege')
  await expectAccessible(window)
})

test('the directory has no finding of axe, full or empty', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await expect(users.grid.locator('[data-index="0"]')).toBeVisible()
  await expectAccessible(window)
  await users.search.fill('no such person')
  await expect(window.getByRole('heading', { name: 'Nobody matches' })).toBeVisible()
  await expectAccessible(window)
})

test('an address of nobody says so and offers the way back', async ({ window }) => {
  await window.evaluate(() => {
    location.hash = '/users/nobody'
  })
  await expect(window.getByRole('alert')).toContainText('There is no such user')
  await expectAccessible(window)
  await window.getByRole('main').getByRole('link', { name: 'Users' }).click()
  await expect(new UsersPage(window).grid).toBeVisible()
})
