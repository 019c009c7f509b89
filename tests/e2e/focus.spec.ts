import { AuditPage } from './pages/AuditPage.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { VoicemailPage } from './pages/VoicemailPage.ts'
import { startRun, untilRun } from './support/runs.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// Would catch, each: a focus that is nowhere after the control that had it went away or was disabled, so that a screen
// reader starts at the top of the window. Archives and undoing have tests like these beside what else they test.

test('the search has the focus after search, filters or a selection are cleared', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  const clear = window.getByRole('button', { name: 'Clear search and filters' })
  await users.search.fill('no such person')
  await clear.press('Enter')
  await expect(users.search).toBeFocused()
  await users.search.fill('dana')
  await clear.press('Enter')
  await expect(users.search).toBeFocused()
  await users.search.fill('dana')
  await window.getByRole('button', { name: 'Clear the search' }).click()
  await expect(users.search).toBeFocused()
  await users.at(0).press('Space')
  await window.getByRole('button', { name: 'Clear selection' }).press('Enter')
  await expect(users.search).toBeFocused()
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.search.fill('no such caller')
  await clear.press('Enter')
  await expect(voicemail.search).toBeFocused()
})

test('the heading has the focus after a run is paused, and after it is given up', async ({
  app,
  window,
  outputFolder,
}) => {
  const runId = await startRun({ app, window }, 'tom.okafor', outputFolder)
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  await window.getByRole('button', { name: 'Pause', exact: true }).press('Enter')
  await untilRun(window, runId, ({ status }) => status !== 'running')
  await expect(window.getByRole('button', { name: 'Continue', exact: true })).toBeVisible()
  await expect(window.getByRole('heading', { level: 1 })).toBeFocused()
  await window.getByRole('button', { name: 'Give up this run…' }).press('Enter')
  await window.getByRole('button', { name: /^Give up \d+ steps?$/ }).press('Enter')
  await expect(window.getByRole('button', { name: 'Save report as PDF' })).toBeVisible()
  await expect(window.getByRole('heading', { level: 1 })).toBeFocused()
})

test('the words to search for have the focus after the reason is given, and the reason when it is changed', async ({
  window,
}) => {
  const audit = new AuditPage(window)
  await audit.link.click()
  await audit.tab('Chat').click()
  const reason = window.getByRole('textbox', { name: 'Why is the chat read?' })
  await reason.fill('Complaint 4711')
  await reason.press('Enter')
  const words = window.getByRole('textbox', { name: 'Words' })
  await expect(words).toBeFocused()
  await window.getByRole('button', { name: 'Change', exact: true }).press('Enter')
  await expect(reason).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(words).toBeFocused()
})

test('the current password has the focus, and is marked, after it was not accepted', async ({ window }) => {
  await window.getByRole('button', { name: /Margaret Osei/ }).click()
  await window.getByRole('menuitem', { name: 'Change password…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Change password' })
  const current = dialog.getByLabel(/^Current password( \*)?$/)
  await current.fill('not this one')
  await dialog.getByLabel(/^New password( \*)?$/).fill('three plain words')
  await dialog.getByLabel(/^New password again/).fill('three plain words')
  const send = dialog.getByRole('button', { name: 'Change password' })
  await send.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('The password was not changed')
  await expect(current).toBeFocused()
  await expect(current).toHaveAttribute('aria-invalid', 'true')
})

test('the first field that is wrong has the focus after a form was not accepted', async ({ window }) => {
  await window.evaluate(() => (location.hash = '#/settings'))
  await window.getByRole('button', { name: 'Add operator…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Add operator' })
  const name = dialog.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Ada Tinworth')
  await dialog.getByRole('button', { name: 'Add operator' }).press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'User name' })).toBeFocused()
})
