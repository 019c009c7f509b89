import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { begunWizard } from '../support/drafts.ts'
import { AnalyticsPage } from './pages/AnalyticsPage.ts'
import { ArchivesPage } from './pages/ArchivesPage.ts'
import { AuditPage } from './pages/AuditPage.ts'
import { ImportPage } from './pages/ImportPage.ts'
import { offboardDana } from './support/archive.ts'
import { answerOpenDialog, answerSaveDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { goByKeyboard, tabTo, typeOver } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })
test.setTimeout(120_000)

// Users, Extensions, Voicemail and the wizard have tests like these beside what else they test.

// Would catch: a focus that is nowhere after a draft went, so that a screen reader starts at the top of the window.
test('Offboarding: a draft is discarded, and the keyboard goes on from the head of the page', async ({ window }) => {
  await ask(window, 'drafts.create', { state: begunWizard('offboard', null) })
  await window.reload()
  await tabTo(window, window.getByRole('button', { name: 'Discard the draft: nobody chosen yet' }))
  await window.keyboard.press('Enter')
  await expect(window.getByRole('region', { name: 'Drafts' })).toHaveCount(0)
  await expect(window.getByRole('heading', { level: 1, name: 'Offboarding' })).toBeFocused()
})

test('Archives: an archive is opened, verified, and its notes are written', async ({ app, window, outputFolder }) => {
  await offboardDana(app, window, outputFolder)
  const archives = new ArchivesPage(window)
  await goByKeyboard(window, 'Archives')
  await tabTo(window, archives.row('Dana Whitfield'))
  await window.keyboard.press('Enter')
  await tabTo(window, archives.verify)
  await window.keyboard.press('Enter')
  await expect(archives.verification).toContainText('Whole and unchanged')
  const edit = window.getByRole('button', { name: 'Edit notes…' })
  await tabTo(window, edit)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Purpose' })).toBeFocused()
  await window.keyboard.type('Claim 4711')
  await window.keyboard.press('Enter')
  await expect(window.getByText('Claim 4711')).toBeVisible()
  await expect(edit).toBeFocused()
})

test('Analytics: a period is chosen, the calls are walked and exported', async ({ app, window, outputFolder }) => {
  const analytics = new AnalyticsPage(window)
  await goByKeyboard(window, 'Analytics')
  await tabTo(window, window.getByRole('combobox', { name: 'Period', exact: true }))
  await window.keyboard.press('Enter')
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  await tabTo(window, window.getByRole('tab', { selected: true }))
  await window.keyboard.press('ArrowRight')
  await expect(window.getByRole('tabpanel', { name: 'Calls' })).toBeVisible()
  await tabTo(window, analytics.row(analytics.calls, 0))
  await window.keyboard.press('End')
  await window.keyboard.press('Home')
  await window.keyboard.press('ArrowDown')
  await expect(analytics.row(analytics.calls, 1)).toBeFocused()
  await answerSaveDialog(app, join(outputFolder, 'calls.csv'))
  await tabTo(window, window.getByRole('button', { name: /^Export/ }))
  await window.keyboard.press('Enter')
  await expect(window.getByText(/saved to calls\.csv/)).toBeVisible()
})

// Would catch: a drawing of a moment ago that takes the focus back, and a key that goes to nobody while rows are exchanged.
test('keys that are pressed one after the other end at the row that they mean, each time', async ({ window }) => {
  const analytics = new AnalyticsPage(window)
  await analytics.open('Calls')
  await tabTo(window, analytics.row(analytics.calls, 0))
  for (let round = 0; round < 12; round += 1) {
    for (const key of ['End', 'Home', 'ArrowDown']) await window.keyboard.press(key)
    await expect(analytics.row(analytics.calls, 1)).toBeFocused()
    // It stays there when the list has come to rest.
    await window.waitForTimeout(300)
    await expect(analytics.row(analytics.calls, 1)).toBeFocused()
  }
})

test('Audit: an entry is opened and closed, the chain verified, and chat searched', async ({ window }) => {
  const audit = new AuditPage(window)
  await goByKeyboard(window, 'Audit')
  const first = audit.entries.getByRole('row').nth(1)
  await tabTo(window, first)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog')).toContainText('Hash')
  await window.keyboard.press('Escape')
  await expect(first).toBeFocused()
  await tabTo(window, window.getByRole('button', { name: 'Verify' }))
  await window.keyboard.press('Enter')
  await expect(audit.verification).toContainText('Valid:')
  await tabTo(window, audit.tab('Administration'))
  await window.keyboard.press('ArrowRight')
  await tabTo(window, window.getByRole('textbox', { name: 'Why is the chat read?' }))
  await window.keyboard.type('Complaint 4711')
  await window.keyboard.press('Enter')
  await tabTo(window, window.getByRole('textbox', { name: 'Words' }))
  await window.keyboard.type('lunch')
  await window.keyboard.press('Enter')
  await tabTo(window, audit.hits.getByRole('row').nth(1))
  await window.keyboard.press('Enter')
  await expect(audit.room.getByRole('listitem').filter({ hasText: 'Lunch?' }).first()).toBeVisible()
})

test('Import: a CSV is chosen, mapped and imported', async ({ app, window, outputFolder }) => {
  const file = join(outputFolder, 'staff.csv')
  writeFileSync(file, 'Login,Given name,Surname,Ext,Bereich\npat.moss,Pat,Moss,4001,Sales\n')
  const page = new ImportPage(window)
  await goByKeyboard(window, 'Import')
  await answerOpenDialog(app, file)
  await tabTo(window, page.users.getByRole('button', { name: 'Choose CSV file…' }))
  await window.keyboard.press('Enter')
  await tabTo(window, page.column('Department'))
  await window.keyboard.type('Bereich')
  await expect(page.column('Department')).toHaveValue('Bereich')
  await tabTo(window, page.users.getByRole('button', { name: 'Import 1 user' }))
  await window.keyboard.press('Enter')
  await expect(page.users.getByRole('heading', { name: '1 user imported' })).toBeFocused()
})

test('Settings: the company is changed, and the focus comes back', async ({ window }) => {
  await goByKeyboard(window, 'Settings')
  const company = window.getByRole('region', { name: 'Company' })
  const change = company.getByRole('button', { name: 'Change…' })
  await tabTo(window, change)
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog').getByLabel('Company name')).toBeFocused()
  await tabTo(window, window.getByRole('dialog').getByLabel('Retention (months)'))
  await typeOver(window, '6')
  await window.keyboard.press('Enter')
  await tabTo(window, window.getByRole('dialog').getByRole('button', { name: 'Shorten retention' }))
  await window.keyboard.press('Enter')
  await expect(company).toContainText('6 months after a person left')
  await expect(change).toBeFocused()
  await tabTo(window, window.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { checked: true }))
  await window.keyboard.press('ArrowRight')
  await expect(window.getByRole('radio', { name: 'Light' })).toBeChecked()
})
