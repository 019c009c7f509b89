import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './pages/accessible.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { VoicemailPage } from './pages/VoicemailPage.ts'
import { answerSaveDialog } from './support/desktop.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// Would catch: people who were ticked one by one and are lost, or are exported no more, because one searched for the next.
test('people who were ticked stay selected through searches and filters, and all of them are exported', async ({
  app,
  window,
  outputFolder,
}) => {
  const users = new UsersPage(window)
  await users.open()
  const bar = window.getByRole('region', { name: 'Selected users' })
  const everyone = window.getByRole('checkbox', { name: 'Select everyone in the list' })
  const tick = async (name: string): Promise<void> => {
    await users.search.fill(name)
    await users.row(name).getByRole('checkbox').check()
  }
  await tick('Dana Whitfield')
  await tick('Ruth Abernathy')
  await expect(bar.getByRole('status')).toHaveText('2 selected, 1 not shown')
  await expect(everyone).toBeChecked()
  await users.search.fill('no such person')
  await expect(bar.getByRole('status')).toHaveText('2 selected, 2 not shown')
  await expect(everyone).not.toBeChecked()
  await expectAccessible(window)
  const file = join(outputFolder, 'two.csv')
  await answerSaveDialog(app, file)
  await bar.getByRole('button', { name: 'Export list of selected…' }).click()
  await expect(window.getByText('2 users saved to two.csv.')).toBeVisible()
  const lines = readFileSync(file, 'utf8').split('\r\n')
  const names = lines.slice(1, 3).map((line) => line.split(',')[0])
  expect(new Set(names)).toEqual(new Set(['Dana Whitfield', 'Ruth Abernathy']))
  await users.search.fill('')
  await users.choose('Status', 'Deactivated')
  await expect(bar.getByRole('status')).toHaveText('2 selected, 2 not shown')
  await users.at(0).focus()
  await window.keyboard.press('Control+a')
  await expect(bar.getByRole('status')).toHaveText(/^\d+ selected$/)
  await users.choose('Status', 'Active')
  await expect(bar).toBeHidden()
})

// Would catch: an archive without the messages that were ticked before the search for the next ones.
test('messages that were ticked stay selected through searches, and all of them would be saved', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.at(0).getByRole('checkbox').check()
  await voicemail.search.fill('no such caller')
  await expect(voicemail.selected.getByRole('status')).toHaveText('1 selected, 1 not shown')
  await voicemail.search.fill('')
  await voicemail.at(1).getByRole('checkbox').check()
  await voicemail.search.fill('no such caller')
  await expect(voicemail.selected.getByRole('status')).toHaveText('2 selected, 2 not shown')
  await voicemail.selected.getByRole('button', { name: 'Save as archive…' }).click()
  await expect(window.getByRole('dialog', { name: 'Save voicemail as an archive' })).toContainText('2 messages ·')
})
