import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { UserPage } from './pages/UserPage.ts'
import { WizardPage } from './pages/WizardPage.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/** A window of 1024 × 700 at 200 % zoom: the narrowest that there is. */
async function zoomIn(app: ElectronApplication, window: Page): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows()
    main!.setContentSize(1024, 700)
    main!.webContents.setZoomFactor(2)
  })
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(512)
}

/** The whole control is in sight, without scrolling to it. */
async function expectInSight(control: Locator): Promise<void> {
  const cut = await control.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
  })
  expect(cut, `${control.toString()} is cut`).toBe(false)
}

// The seven titles of the steps pushed Continue and the way out over the right edge, where nothing scrolls.
test('the wizard fits in a window that is zoomed in', async ({ app, window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('main').getByRole('button', { name: 'Offboard Dana Whitfield' }).click()
  await wizard.isAt('What to know')
  await zoomIn(app, window)
  for (const step of ['Voicemail', 'Number', 'Account', 'Review'] as const) {
    await wizard.proceed(step)
    await expectInSight(window.getByRole('button', { name: 'Close the wizard; the draft stays' }))
    await expectInSight(window.getByRole('button', { name: 'Back', exact: true }))
    await expectInSight(window.getByRole('heading', { level: 1 }))
    await expectInSight(window.getByRole('heading', { level: 2, name: step }))
  }
})

test('a page keeps its title in one line when the window is zoomed in', async ({ app, window }) => {
  await window.getByRole('link', { name: 'Archives' }).click()
  const title = window.getByRole('heading', { level: 1, name: 'Archives' })
  await expect(title).toBeVisible()
  await zoomIn(app, window)
  expect((await title.boundingBox())!.height).toBeLessThan(40)
})

test('rows do not move when the first one is selected', async ({ window }) => {
  await window.getByRole('link', { name: 'Users' }).click()
  const row = window.getByRole('row', { name: /Abernathy/ })
  const before = (await row.boundingBox())!.y
  await row.getByRole('checkbox').check()
  await expect(window.getByText('1 selected')).toBeVisible()
  expect((await row.boundingBox())!.y).toBe(before)
})

test('in the smallest window the audit still says what was done', async ({ app, window }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  await window.getByRole('link', { name: 'Audit' }).click()
  const head = window.getByRole('columnheader', { name: 'What was done' })
  expect((await head.boundingBox())!.width).toBeGreaterThan(250)
  // The two ends of a period stand beside each other.
  const top = async (label: string) => (await window.getByLabel(label, { exact: true }).boundingBox())!.y
  expect(await top('To')).toBe(await top('From'))
})

// Would catch: the count of voicemails under the menu of its row, and names that end at the edge of the window.
test('in the smallest window no list of a page scrolls sideways', async ({ app, window }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1024)
  const places = [
    ['Users', null],
    ['Extensions & numbers', null],
    ['Extensions & numbers', 'Phone numbers'],
    ['Voicemail', null],
    ['Analytics', 'Calls'],
    ['Analytics', 'Billing'],
    ['Audit', null],
  ] as const
  for (const [page, tab] of places) {
    await window.getByRole('link', { name: page, exact: true }).click()
    if (tab !== null) await window.getByRole('tab', { name: tab }).click()
    const rows = window.getByRole('grid').getByRole('rowgroup').last()
    await expect(rows.locator('[data-index="0"]')).toContainText(/\w/)
    const beyond = await rows.evaluate((body) => body.scrollWidth - body.clientWidth)
    expect([page, tab, beyond]).toEqual([page, tab, 0])
  }
})

test('the filters of the users stand in one line in a window of the usual size', async ({ app, window }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800))
  await window.getByRole('link', { name: 'Users' }).click()
  const top = async (label: string) => (await window.getByLabel(label, { exact: true }).boundingBox())!.y
  const last = await window.getByRole('button', { name: 'Has voicemail' }).boundingBox()
  expect(last!.y).toBe(await top('Search users'))
})

// Two bars lay one over the other, and over the last row.
test('in the smallest window a list scrolls sideways in one place', async ({ app, window }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  await new UserPage(window).open('dana.whitfield')
  await window.getByRole('tab', { name: /^Calls/ }).click()
  const calls = window.getByRole('grid', { name: 'Calls' })
  await expect(calls.locator('[data-index="0"]')).toContainText('/')
  const scrolling = await calls.evaluate((grid) =>
    [grid, ...grid.querySelectorAll('[role="rowgroup"]')]
      .filter((one) => getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth)
      .map((one) => one.role),
  )
  expect(scrolling).toEqual(['rowgroup'])
  await calls
    .getByRole('rowgroup')
    .last()
    .evaluate(async (body) => {
      body.scrollTo({ left: body.scrollWidth })
      // The head follows in the frame in which the rows have moved.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    })
  const head = (await calls.getByRole('columnheader', { name: 'Outcome' }).boundingBox())!
  const cell = (await calls.locator('[data-index="0"] > [data-column="outcome"]').boundingBox())!
  expect(Math.abs(head.x - cell.x)).toBeLessThan(1)
})

test('a list of messages takes the room that the window has', async ({ app, window }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 900))
  await window.getByRole('link', { name: 'Extensions & numbers' }).click()
  await window.getByPlaceholder('Extension, number or name').fill('1023')
  await window.getByRole('row', { name: /Okafor/ }).click()
  await window.getByRole('tab', { name: /^Voicemail/ }).click()
  const list = window.getByRole('listbox', { name: /^Voicemail messages/ })
  const { y, height } = (await list.boundingBox())!
  expect(y + height).toBeGreaterThan(800)
  expect(y + height).toBeLessThan(900)
  // Where nothing scrolls a row is as wide as the list.
  await window.getByRole('link', { name: 'Extensions & numbers' }).first().click()
  await window.getByPlaceholder('Extension, number or name').fill('1017')
  await window.getByRole('row', { name: /Reyes/ }).click()
  await window.getByRole('tab', { name: /^Voicemail/ }).click()
  const row = await list.getByRole('option').first().boundingBox()
  expect(row!.width).toBe(await list.evaluate((element) => element.clientWidth))
  expect(row!.width).toBe((await list.boundingBox())!.width)
})

// The menu of a row lay over the count of its voicemails, with the days of leaving out of sight behind it.
test('in the smallest window the menu of a row covers none of its cells', async ({ app, window }) => {
  await window.getByRole('link', { name: 'Users' }).click()
  const head = (): Promise<string[]> => window.getByRole('columnheader').allInnerTexts()
  await expect.poll(head).toContain('Department')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1024, 700))
  await expect.poll(head).not.toContain('Department')
  expect(await head()).toEqual(expect.arrayContaining(['Name', 'Extension', 'Status', 'Voicemail', 'Leaves on']))
  const row = window.getByRole('row', { name: /Abernathy/ })
  const cells = await row.getByRole('gridcell').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
  const menu = cells.at(-1)!
  expect(menu.right).toBeLessThanOrEqual(1024)
  for (const cell of cells.slice(0, -1)) expect(cell.right).toBeLessThanOrEqual(menu.left)
})
