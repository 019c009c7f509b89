import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './pages/accessible.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { answerSaveDialog, chooseMenuItem } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { launch, untilReady } from './support/launch.ts'
import { startRun } from './support/runs.ts'
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

test('search finds a number in its middle, and one or two letters', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  const { users: people } = await ask(window, 'users.list', { filter: {}, limit: 200 })
  const { name, phoneNumber } = people.find((user) => user.phoneNumber !== null)!
  await users.search.fill(phoneNumber!.slice(4, 10))
  await expect(users.row(name)).toBeVisible()
  for (const search of ['q', 'wh']) {
    await users.search.fill(search)
    await users.count((await ask(window, 'users.count', { filter: { search } })).total)
  }
})

test('the columns that were chosen are there again after a restart', async ({ app, window, dataFolder }) => {
  const users = new UsersPage(window)
  await users.open()
  await window.getByRole('button', { name: 'Columns' }).click()
  await window.getByRole('checkbox', { name: 'Email', exact: true }).check()
  await window.getByRole('checkbox', { name: 'Site', exact: true }).uncheck()
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  const heads = ['Name', 'Extension', 'Status', 'Department', 'Email', 'Voicemail', 'Leaves on']
  const shown = (page: UsersPage) => page.grid.getByRole('columnheader').filter({ hasText: /^(?!More options)./ })
  await expect(shown(users)).toHaveText(heads)
  await app.close()
  const again = await launch(dataFolder)
  try {
    const page = new UsersPage(again.window)
    await untilReady(again.window)
    await page.open()
    await expect(shown(page)).toHaveText(heads)
  } finally {
    await again.app.close()
  }
})

// Would catch: a column that is ticked and nowhere to be seen, and one tick that makes three columns appear.
test('in a narrow window a column that gives way says so, and a tick changes its own column alone', async ({
  app,
  window,
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  const users = new UsersPage(window)
  await users.open()
  const shown = users.grid.getByRole('columnheader').filter({ hasText: /^(?!More options)./ })
  await expect(shown).toHaveText(['Name', 'Extension', 'Status', 'Voicemail', 'Leaves on'])
  await window.getByRole('button', { name: 'Columns' }).click()
  await expect(window.getByRole('checkbox', { name: 'Site', exact: true })).toBeChecked()
  await expect(window.getByRole('checkbox', { name: 'Site', exact: true })).toHaveAccessibleDescription(
    'Hidden in this narrow window',
  )
  await expectAccessible(window)
  await window.getByRole('checkbox', { name: 'Phone number', exact: true }).check()
  await expect(shown).toHaveText(['Name', 'Extension', 'Phone number', 'Status', 'Voicemail', 'Leaves on'])
})

test('Space and Shift with the arrows select, the bar counts and exports them, Ctrl+A takes everyone', async ({
  app,
  window,
  outputFolder,
}) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.press('ArrowDown')
  await window.keyboard.press('Space')
  await expect(users.at(0)).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(users.at(2)).toHaveAttribute('aria-selected', 'true')
  const bar = window.getByRole('region', { name: 'Selected users' })
  await expect(bar).toContainText('3 selected')
  await expectAccessible(window)
  const names = (await users.names()).slice(0, 3)
  const file = join(outputFolder, 'some.csv')
  await answerSaveDialog(app, file)
  await bar.getByRole('button', { name: 'Export list of selected…' }).click()
  await expect(window.getByText('3 users saved to some.csv.')).toBeVisible()
  const lines = readFileSync(file, 'utf8').split('\r\n')
  expect(lines[0]).toBe('\ufeffName,Extension,Status,Site,Department,Voicemail,Leaves on')
  expect(lines.slice(1, 4).map((line) => line.split(',')[0])).toEqual(names)
  expect(lines).toHaveLength(5)
  await users.at(2).focus()
  await window.keyboard.press('Control+a')
  const { total } = await ask(window, 'users.count', { filter: {} })
  await expect(bar).toContainText(`${total} selected`)
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar).toBeHidden()
})

// Would catch: a field in which only the color of a hair line tells that the keyboard is in it.
test('a field that has the focus has the ring of the other controls, and moves nothing', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  const look = (field: HTMLElement) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(field)
    return { ring: `${outlineStyle} ${outlineWidth} ${outlineColor}`, width: field.offsetWidth }
  }
  for (const [scheme, color] of [
    ['light', 'rgb(24, 90, 116)'],
    ['dark', 'rgb(132, 193, 214)'],
  ] as const) {
    await window.emulateMedia({ colorScheme: scheme })
    for (const field of [users.search, window.getByRole('combobox', { name: 'Status' })]) {
      const before = await field.evaluate(look)
      await field.focus()
      expect(await field.evaluate(look)).toEqual({ ring: `solid 2px ${color}`, width: before.width })
      await field.blur()
    }
  }
})

// Would catch: a range that begins at the row under the pointer, or where a selection began that was cleared since.
test('Shift and a click select from the row that was ticked last', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  const box = (row: number) => users.at(row).getByRole('checkbox')
  const bar = window.getByRole('region', { name: 'Selected users' })
  const selected = users.grid.locator('[data-index][aria-selected="true"]')
  const expectSelected = async (first: number, last: number) => {
    await expect(bar).toContainText(`${last - first + 1} selected`)
    await expect(selected).toHaveCount(last - first + 1)
    for (let row = first; row <= last; row += 1) await expect(users.at(row)).toHaveAttribute('aria-selected', 'true')
  }
  await box(1).click()
  await box(5).click({ modifiers: ['Shift'] })
  await expectSelected(1, 5)
  await users
    .at(3)
    .locator('[data-column="name"]')
    .click({ modifiers: ['Shift'] })
  await expectSelected(1, 3)
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await box(0).click()
  await users
    .at(8)
    .locator('[data-column="name"]')
    .click({ modifiers: ['Shift'] })
  await expectSelected(0, 8)
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await users.choose('Status', 'Active')
  await box(4).click({ modifiers: ['Shift'] })
  await expectSelected(4, 4)
})

// Would catch: an export of minutes of which nobody hears how it ended, because they went on working.
test('what came of an export is said on whatever page one is by then', async ({ app, window, outputFolder }) => {
  const users = new UsersPage(window)
  await users.open()
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        new Promise((resolve) => setTimeout(() => resolve({ canceled: false, filePath }), 2000))
    },
    join(outputFolder, 'users.csv'),
  )
  await window.getByRole('button', { name: 'Export list…' }).click()
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Archives' }).click()
  await expect(window.getByRole('alert').filter({ hasText: 'users saved to users.csv' })).toBeVisible()
  await expect(window.getByRole('heading', { level: 1, name: 'Archives' })).toBeVisible()
})

// Would catch: a problem that nobody has dismissed yet, over the button with which the work goes on.
test('what did not work is told above the buttons at the foot of the wizard', async ({ app, window, outputFolder }) => {
  const users = new UsersPage(window)
  await users.open()
  await answerSaveDialog(app, join(outputFolder, 'not', 'made', 'users.csv'))
  await window.getByRole('button', { name: 'Export list…' }).click()
  const problem = window.getByRole('alert').filter({ hasText: 'The users were not exported' })
  await expect(problem).toBeVisible()
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Offboarding' }).click()
  await window.getByRole('main').getByRole('button', { name: 'Offboard someone' }).click()
  const proceed = window.getByRole('button', { name: 'Continue' })
  await expect(proceed).toBeVisible()
  const [told, button] = [(await problem.boundingBox())!, (await proceed.boundingBox())!]
  expect(told.y + told.height).toBeLessThanOrEqual(button.y)
})

test('the page keys, Ctrl+Home and Ctrl+End move through the rows, and row numbers stay right', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.press('ArrowDown')
  await window.keyboard.press('Control+End')
  const { total } = await ask(window, 'users.count', { filter: {} })
  await expect(users.at(total - 1)).toBeFocused()
  await expect(users.at(total - 1)).toHaveAttribute('aria-rowindex', String(total + 1))
  await window.keyboard.press('PageUp')
  const index = Number(await users.grid.locator('[role="row"]:focus').getAttribute('data-index'))
  expect(index).toBeLessThan(total - 5)
  await window.keyboard.press('Control+Home')
  await expect(users.at(0)).toBeFocused()
})

// Would catch: rows that are drawn with the elements of others and keep their focus, and an order that only the eye sees.
test('rows that scroll away give up the focus, and stand in their order when it is elsewhere', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  const drawn = (): Promise<number[]> =>
    users.grid
      .locator('[data-index]')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset['index'])))
  await users.search.press('ArrowDown')
  await window.keyboard.press('Control+End')
  const { total } = await ask(window, 'users.count', { filter: {} })
  await expect(users.at(total - 1)).toBeFocused()
  await users.grid.hover()
  await window.mouse.wheel(0, -5000)
  await expect(users.at(0)).toBeVisible()
  await expect(users.grid.locator('[role="row"]:focus')).toHaveCount(0)
  await window.keyboard.press('ArrowUp')
  await expect(users.at(total - 2)).toBeFocused()
  await users.search.focus()
  await expect.poll(async () => (await drawn()).at(-1)).toBe(total - 1)
  expect(await drawn()).toEqual((await drawn()).toSorted((a, b) => a - b))
})

// Would catch: a list that Tab passes by, because the row that had the keyboard is not there any more.
test('a list that gets shorter keeps a row for the Tab key', async ({ app, window, outputFolder }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.choose('Status', 'Active')
  const { total } = await ask(window, 'users.count', { filter: { status: 'ACTIVE' } })
  await users.count(total)
  await users.at(0).focus()
  await window.keyboard.press('End')
  await expect(users.at(total - 1)).toBeFocused()
  await users.search.focus()
  await startRun({ app, window }, '1042', outputFolder)
  await users.count(total - 1)
  await expect(users.at(total - 2)).toHaveAttribute('tabindex', '0')
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
  await users.choose('Leaving', 'Leaving on any day')
  await users.count(10)
  await users.choose('Site', 'Berlin')
  await expect(users.grid.locator('[data-index]').first()).toContainText('Berlin')
  expect(new Set(await users.grid.locator('[data-index] > [data-column="site"]').allTextContents())).toEqual(
    new Set(['Berlin']),
  )
})

test('Enter takes the first value that fits what was typed', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await window.getByPlaceholder('Any department').fill('fin')
  // Main is asked which departments there are; before it answers nothing can be typed.
  await expect(window.getByRole('option', { name: 'Finance' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(users.grid.locator('[data-index]').first()).toContainText('Finance')
})

// Would catch: a value that typing marks while its list opens, and that is unmarked a moment later.
test('Enter takes the first value also of a list that opens by typing', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  const department = window.getByPlaceholder('Any department')
  await expect(department).toBeEditable()
  await department.focus()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('option', { name: 'Finance' })).toHaveCount(0)
  await window.keyboard.press('f')
  await expect(window.getByRole('option', { name: 'Finance' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(users.grid.locator('[data-index]').first()).toContainText('Finance')
  const site = window.getByPlaceholder('Any site')
  await site.evaluate((input: HTMLInputElement) => {
    input.focus()
    document.execCommand('insertText', false, 'berl')
  })
  await expect(window.getByRole('option', { name: 'Berlin' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(site).toHaveValue('Berlin')

  // The same with a value that was chosen before, in a list that is closed.
  await department.selectText()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('option', { name: 'Finance' })).toHaveCount(0)
  await window.keyboard.press('s')
  await expect(window.getByRole('option', { name: 'Sales' })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(department).toHaveValue('Operations')
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

// Would catch: a first page that shows eight of those who leave as if they were all.
test('the first page leads to all who leave when there are more than it shows', async ({ window }) => {
  const { total } = await ask(window, 'users.count', { filter: { leaving: true, status: 'ACTIVE' } })
  await expect(window.getByRole('region', { name: 'Leaving soon' }).getByRole('listitem')).toHaveCount(8)
  await window.getByRole('link', { name: `All ${total} who leave` }).click()
  await new UsersPage(window).count(total)
})
