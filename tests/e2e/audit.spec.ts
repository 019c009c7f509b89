import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expectAccessible } from './pages/accessible.ts'
import { AuditPage } from './pages/AuditPage.ts'
import { answerSaveDialog } from './support/desktop.ts'
import { ask, invoke } from './support/invoke.ts'
import { startRun } from './support/runs.ts'
import { signIn } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })
test.setTimeout(90_000)

test('actions are listed as sentences, filtered, opened, and the chain is verified', async ({ window, dataFolder }) => {
  const audit = new AuditPage(window)
  await audit.link.click()
  await expect(audit.entries.getByRole('row').filter({ hasText: 'signed in' }).first()).toBeVisible()
  await expectAccessible(window)
  await window.getByRole('button', { name: 'Verify' }).click()
  await expect(audit.verification).toContainText('Valid:')
  await audit.entries.getByRole('row').nth(1).focus()
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toContainText('Hash')
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await window.getByRole('textbox', { name: 'Words' }).fill('nobody at all')
  await expect(window.getByRole('heading', { name: 'No entries' })).toBeVisible()
  await window.getByRole('button', { name: 'Clear filters' }).click()
  await expect(window.getByRole('textbox', { name: 'Words' })).toHaveValue('')
  await expect(audit.entries.getByRole('row').filter({ hasText: 'signed in' }).first()).toBeVisible()

  const last = window.getByLabel('To', { exact: true })
  await window.getByLabel('From', { exact: true }).fill('2026-11-23')
  await last.fill('2026-11-22')
  await expect(last).toHaveAccessibleDescription('Lies before From')
  await expectAccessible(window)
  await last.fill('2026-11-23')
  await expect(last).toHaveAccessibleDescription('')

  const database = new Database(join(dataFolder, 'offhook.sqlite'))
  database.exec(`UPDATE audit_entry SET content = replace(content, '"at":"20', '"at":"19') WHERE seq = 1`)
  database.close()
  await window.getByRole('button', { name: 'Verify' }).click()
  await expect(audit.verification).toContainText('Entry 1 was changed after being written.')
  await expectAccessible(window)
})

// Would catch: a tooltip that takes a new element around the cut text, so that the click that has begun on it is lost.
test('what is done while the entries are on the screen comes to them', async ({ app, window, outputFolder }) => {
  const audit = new AuditPage(window)
  await audit.link.click()
  const entry = (text: string) => audit.entries.getByRole('row').filter({ hasText: text })
  await expect(entry('signed in').first()).toBeVisible()
  await startRun({ app, window }, 'dana', outputFolder)
  await expect(entry('The run for dana.whitfield is done')).toBeVisible()
  await answerSaveDialog(app, join(outputFolder, 'entries.csv'))
  await window.getByRole('button', { name: 'Export list…' }).click()
  await expect(entry('entries.csv')).toBeVisible()
})

test('a click on a text that is cut opens its entry at once, and shows the whole text', async ({ window }) => {
  const audit = new AuditPage(window)
  // The day's deletion comes a moment after the window.
  await expect.poll(async () => (await ask(window, 'audit.list', { filter: {}, offset: 0, limit: 1 })).total).toBe(2)
  await audit.link.click()
  const cut = audit.entries.getByText('Records deleted after retention')
  await cut.click()
  await expect(window.getByRole('dialog')).toContainText('Hash')
  await window.keyboard.press('Escape')
  await cut.hover()
  await expect(window.getByRole('tooltip', { name: 'Records deleted after retention' })).toBeVisible()
})

test('chat is read with a reason, and every look stands in the audit', async ({ app, window, outputFolder }) => {
  const audit = new AuditPage(window)
  await audit.link.click()
  await audit.tab('Chat').click()
  await expect(audit.hits).toHaveCount(0)
  await audit.giveReason('Complaint 4711')
  await audit.search('lunch')
  await expect(audit.hits.getByRole('row').nth(1)).toContainText('Lunch?')
  await expectAccessible(window)
  await audit.hits.getByRole('row').nth(1).click()
  await expect(audit.room.getByRole('listitem').filter({ hasText: 'Lunch?' }).first()).toBeVisible()
  await expectAccessible(window)
  await answerSaveDialog(app, join(outputFolder, 'chat.json'))
  await window.getByRole('button', { name: 'Export list…' }).click()
  await window.getByRole('menuitem', { name: 'JSON' }).click()
  await expect(window.getByText(/saved as chat\.json/)).toBeVisible()
  expect(readFileSync(join(outputFolder, 'chat.json'), 'utf8')).toContain('Complaint 4711')
  await audit.tab('Administration').click()
  const looks = audit.entries.getByRole('row').filter({ hasText: 'reason: Complaint 4711' })
  await expect(looks).toHaveCount(3)
})

// Would catch: a mark that only the first page of what was found can have.
test('the last message that was found is marked as the one whose room stands open', async ({ window }) => {
  const audit = new AuditPage(window)
  await audit.link.click()
  await audit.tab('Chat').click()
  await audit.giveReason('Complaint 4711')
  await audit.search('lunch')
  await audit.hits.getByRole('row').nth(1).focus()
  await window.keyboard.press('End')
  const focused = audit.hits.locator('[role="row"]:focus')
  await expect.poll(async () => Number(await focused.getAttribute('data-index'))).toBeGreaterThan(50)
  await expect(focused).toContainText('Lunch')
  await expect(focused).toHaveAttribute('aria-selected', 'false')
  await window.keyboard.press('Enter')
  await expect(audit.room).toBeVisible()
  await expect(focused).toHaveAttribute('aria-selected', 'true')
})

// Would catch: hits of some days under a form that says any day, and a second search that finds others.
test('a search of the chat is there with its days when one comes back to it', async ({ window }) => {
  const audit = new AuditPage(window)
  await audit.link.click()
  await audit.tab('Chat').click()
  await audit.giveReason('Complaint 4711')
  await window.getByLabel('From').fill('2026-01-02')
  await window.getByLabel('To').fill('2026-10-25')
  await audit.search('lunch')
  await audit.tab('Administration').click()
  await audit.tab('Chat').click()
  await expect(audit.hits).toBeVisible()
  await expect(window.getByLabel('From')).toHaveValue('2026-01-02')
  await expect(window.getByLabel('To')).toHaveValue('2026-10-25')
})

test('without the privilege the chat is not there, and main refuses it', async ({ window }) => {
  await ask(window, 'session.signOut', {})
  await signIn(window, 'caleb.ostrander')
  const audit = new AuditPage(window)
  await audit.link.click()
  await expect(audit.entries).toBeVisible()
  await expect(audit.tab('Chat')).toHaveCount(0)
  await window.evaluate(() => (location.hash = '#/audit/chat'))
  await expect(audit.entries).toBeVisible()
  await expect(window.getByRole('textbox', { name: 'Why is the chat read?' })).toHaveCount(0)
  const wanted = { reason: 'curiosity', filter: {}, offset: 0, limit: 10 }
  expect(await invoke(window, 'chat.search', wanted)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
})

test('whoever may see neither part has no Audit in the rail, and the address leads away', async ({ window }) => {
  await ask(window, 'session.signOut', {})
  await signIn(window, 'emre.yildirim')
  await expect(new AuditPage(window).link).toHaveCount(0)
  await window.evaluate(() => (location.hash = '#/audit'))
  await expect(window.getByRole('heading', { level: 1, name: 'Offboarding' })).toBeVisible()
})
