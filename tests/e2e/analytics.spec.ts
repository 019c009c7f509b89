import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expectAccessible } from './pages/accessible.ts'
import { AnalyticsPage } from './pages/AnalyticsPage.ts'
import { answerSaveDialog } from './support/desktop.ts'
import { ask, invoke } from './support/invoke.ts'
import { signIn } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })
test.setTimeout(120_000)

test('the overview has the totals that main counts, and its plots as tables too', async ({ window }) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open()
  await analytics.choose('Period', 'All time')
  const totals = await ask(window, 'analytics.callTotals', { filter: {} })
  const billed = await ask(window, 'analytics.billTotals', { filter: {} })
  await expect(analytics.figure('Calls')).toHaveText(totals.calls.toLocaleString('en-US'))
  await expect(analytics.figure('Voicemails')).toContainText(totals.voicemails.toLocaleString('en-US'))
  await expect(analytics.figure('Billed')).toHaveText(
    (billed.cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' }),
  )
  await expect(analytics.plot('Calls a week')).toBeVisible()
  await expectAccessible(window)
  await window.getByRole('button', { name: 'Cost a month as a table' }).click()
  const table = window.getByRole('table', { name: 'Cost a month' })
  await expect(table.locator('tbody').getByRole('row')).toHaveCount(billed.months.length)
  await expect(table.locator('tbody').getByRole('row').first()).toContainText('$')
  await expect(window.getByRole('table', { name: 'Totals by month' }).locator('tbody').getByRole('row')).toHaveCount(
    totals.months.length,
  )
  await expectAccessible(window)
})

// A plot that the keyboard cannot enter, or whose bars lead to other days than they show, tells half of its readers nothing.
test('the keyboard goes through a plot bar by bar, and Enter opens the calls of that day', async ({ window }) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open()
  const plot = analytics.plot('Calls a day')
  await plot.focus()
  await window.keyboard.press('Home')
  const first = await plot.getAttribute('aria-valuetext')
  await window.keyboard.press('End')
  let said = await plot.getAttribute('aria-valuetext')
  expect(said).not.toBe(first)
  while (/: (0|1) calls?$/.test(said!)) {
    await window.keyboard.press('ArrowLeft')
    said = await plot.getAttribute('aria-valuetext')
  }
  const calls = Number(/: (\d+) calls$/.exec(said!)![1])
  await window.keyboard.press('Enter')
  await analytics.counts('call', calls)
  await expect(window.getByLabel('From', { exact: true })).toHaveValue(/^\d{4}-\d\d-\d\d$/)
  await expect(analytics.calls).toHaveAttribute('aria-rowcount', String(calls + 1))
})

test('filters add up; a person, the other side and an outcome leave their calls alone', async ({ window }) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open('Calls')
  await analytics.choose('Period', 'All time')
  const [dana] = await ask(window, 'analytics.people', { search: 'whitfield', goneOnly: false })
  const who = { kind: 'person', userId: dana!.userId } as const
  await analytics.chooseSide(analytics.who, 'whitf', /^Dana Whitfield/)
  await analytics.counts('call', (await ask(window, 'analytics.callTotals', { filter: { who } })).calls)
  await expect(analytics.row(analytics.calls, 0)).toContainText('Dana Whitfield')
  await expectAccessible(window)
  const peer = { kind: 'number', number: '10' } as const
  await analytics.chooseSide(analytics.peer, '10', /^Numbers from 10…/)
  await analytics.counts('call', (await ask(window, 'analytics.callTotals', { filter: { who, peer } })).calls)
  await analytics.choose('Outcome', 'Voicemail')
  const filter = { who, peer, disposition: 'Voicemail' } as const
  await analytics.counts('call', (await ask(window, 'analytics.callTotals', { filter })).calls)
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await expect(analytics.who).toHaveValue('')
  await expect(analytics.peer).toHaveCount(0)
  await analytics.counts('call', (await ask(window, 'analytics.callTotals', { filter: {} })).calls)
  await analytics.choose('Site', 'Berlin')
  await window.getByRole('button', { name: 'Left the company' }).click()
  await analytics.chooseSide(analytics.who, '+999', /^Numbers from \+999/)
  await expect(window.getByRole('heading', { name: 'No calls match' })).toBeVisible()
  await expectAccessible(window)
})

test('the overview says that filters hold, and clears them', async ({ window }) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open()
  const clear = window.getByRole('button', { name: 'Clear filters' })
  await expect(clear).toHaveCount(0)
  const all = await analytics.figure('Calls').textContent()
  await analytics.choose('Direction', 'Internal')
  await expect(analytics.figure('Calls')).not.toHaveText(all!)
  await expectAccessible(window)
  await clear.click()
  await expect(clear).toHaveCount(0)
  await expect(analytics.figure('Calls')).toHaveText(all!)
})

// A list of many thousand rows that reads pages by day shows a wrong row, or none, when its place is counted wrongly.
test('the keyboard walks to the last call, opens it, and goes on to all calls between the two', async ({ window }) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open('Calls')
  await analytics.choose('Period', 'All time')
  const { calls } = await ask(window, 'analytics.callTotals', { filter: {} })
  await analytics.counts('call', calls)
  await analytics.row(analytics.calls, 0).focus()
  await window.keyboard.press('Control+End')
  const last = analytics.row(analytics.calls, calls - 1)
  await expect(last).toBeFocused()
  const filter = { to: (await ask(window, 'analytics.callTotals', { filter: {} })).days[0]!.day }
  const oldest = (await ask(window, 'analytics.calls', { filter, skip: 0, limit: 200 })).calls.at(-1)!
  await expect(last).toContainText(oldest.caller.name)
  await expect(last).toContainText(oldest.callee.name)
  await window.keyboard.press('Enter')
  const drawer = window.getByRole('dialog')
  await expect(drawer).toContainText(oldest.startedAt)
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await expect(last).toBeFocused()
  await analytics.choose('Direction', 'Internal')
  await analytics.row(analytics.calls, 0).click()
  await drawer.getByRole('button', { name: 'All calls between the two' }).click()
  await expect(drawer).toHaveCount(0)
  await expect(analytics.peer).not.toHaveValue('')
  await expect(analytics.row(analytics.calls, 0)).toBeVisible()
})

test('bills say what they are not filtered by, and a row leads to the bills of its person', async ({ window }) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open('Overview')
  await analytics.choose('Direction', 'Incoming')
  await expect(window.getByText('they are not filtered by direction.')).toBeVisible()
  await analytics.open('Billing')
  await expect(analytics.row(analytics.bills, 0)).toContainText('$')
  await expectAccessible(window)
  await analytics.row(analytics.bills, 0).focus()
  const name = await analytics.row(analytics.bills, 0).getByRole('gridcell').nth(1).innerText()
  await window.keyboard.press('Enter')
  await expect(analytics.who).toHaveValue(new RegExp(`^${name}`))
})

test('what is filtered is saved as CSV; a viewer is refused, in the window and in main', async ({
  app,
  window,
  outputFolder,
}) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open('Calls')
  await analytics.chooseSide(analytics.who, '1042', /^Extension 1042/)
  const file = join(outputFolder, 'calls.csv')
  await answerSaveDialog(app, file)
  await window.getByRole('button', { name: 'Export list…' }).click()
  await expect(window.getByText(/^\d+ calls saved to calls\.csv\.$/)).toBeVisible()
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n')
  await analytics.counts('call', lines.length - 1)
  expect(lines.slice(1).every((line) => line.includes(',1042,'))).toBe(true)
  await ask(window, 'session.signOut', {})
  await signIn(window, 'ruth.abernathy')
  await analytics.open('Billing')
  const button = window.getByRole('button', { name: 'Export list…' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/administrator/)
  const wanted = { what: 'bills', filter: {} } as const
  expect(await invoke(window, 'analytics.export', wanted)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
})

// Would catch: an export of minutes that nobody can follow or stop any more, because they looked at something else.
test('an export is followed after its tab and its page were left, and its end is said', async ({
  app,
  window,
  outputFolder,
}) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open('Calls')
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        new Promise((resolve) => setTimeout(() => resolve({ canceled: false, filePath }), 15_000))
    },
    join(outputFolder, 'calls.csv'),
  )
  const start = window.getByRole('button', { name: 'Export list…' })
  await start.click()
  const cancel = window.getByRole('button', { name: 'Cancel export' })
  await expect(cancel).toBeVisible()
  await expect(start).toBeFocused()
  await expect(start).toHaveAccessibleDescription('An export is running.')
  await expectAccessible(window)
  await window.getByRole('tab', { name: 'Overview' }).click()
  await expect(window.getByText('Exporting calls')).toBeVisible()
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click()
  await analytics.open('Billing')
  await expect(cancel).toBeVisible()
  await expect(window.getByText(/calls saved to calls\.csv/)).toBeVisible()
  await expect(cancel).toHaveCount(0)
})

test('when the calls cannot be read, the page says so and the next try shows them', async ({ window, dataFolder }) => {
  const database = new Database(join(dataFolder, 'offhook.sqlite'))
  database.exec('ALTER TABLE call_record RENAME TO lost')
  const analytics = new AnalyticsPage(window)
  await analytics.open('Calls')
  await expect(window.getByRole('alert')).toContainText('The calls could not be read')
  await expectAccessible(window)
  database.exec('ALTER TABLE lost RENAME TO call_record')
  database.close()
  await window.getByRole('button', { name: /again/ }).click()
  await expect(analytics.row(analytics.calls, 0)).toBeVisible()
})
