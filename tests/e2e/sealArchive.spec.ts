import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unsealArchive } from '../../src/main/archive/pack/unsealArchive.ts'
import { expectAccessible } from './pages/accessible.ts'
import { ArchivesPage } from './pages/ArchivesPage.ts'
import { offboardDana } from './support/archive.ts'
import { answerSaveDialog } from './support/desktop.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

test('an archive is sealed with a passphrase by keyboard, and exported as one zip', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(180_000)
  await offboardDana(app, window, outputFolder)
  const archives = new ArchivesPage(window)
  await archives.open()
  await archives.openArchive('Dana Whitfield')
  // The records have their counts on their tabs, as the messages do.
  await expect(archives.tab(/^Calls/)).toHaveText(/^Calls \d[\d,]*$/)
  await expect(archives.tab(/^Contacts/)).toHaveText(/^Contacts \d+$/)
  const more = window.getByRole('button', { name: /More options for the archive of/ })

  await more.focus()
  await window.keyboard.press('Enter')
  await window.getByRole('menuitem', { name: 'Seal with a passphrase…' }).focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Seal with a passphrase' })
  const passphrase = dialog.getByLabel('Passphrase', { exact: true })
  await expect(passphrase).toBeFocused()
  await expect(dialog).toContainText('offhook --cli archive unseal FILE --to FOLDER')
  await window.keyboard.type('short')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('The passphrase is too short.')
  await expect(dialog).toContainText('The two are not the same.')
  await dialog.getByRole('button', { name: 'Seal archive…' }).press('Enter')
  await expect(passphrase).toBeFocused()
  await expect(passphrase).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(window)
  await passphrase.fill('nine owls read by lamplight')
  await expect(dialog).toContainText('Strong.')
  await dialog.getByLabel('The same again').fill('nine owls read by lamplight')
  const file = join(outputFolder, 'archive.age')
  await answerSaveDialog(app, file)
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('The file is written', { timeout: 60_000 })
  const close = dialog.getByRole('button', { name: 'Close' }).last()
  await expect(close).toBeFocused()
  await expectAccessible(window)
  expect(readFileSync(file).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /)
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => void Object.assign(globalThis, { shownPath: path })
  })
  await dialog.getByRole('button', { name: 'Show in folder' }).click()
  expect(await app.evaluate(() => (globalThis as { shownPath?: string }).shownPath)).toBe(file)
  const how = { signal: new AbortController().signal, report: () => undefined }
  await unsealArchive({ file, to: join(outputFolder, 'opened'), passphrase: 'nine owls read by lamplight' }, how)
  await close.press('Enter')

  await more.click()
  await window.getByRole('menuitem', { name: 'Export as one zip…' }).click()
  const zip = join(outputFolder, 'archive.zip')
  await answerSaveDialog(app, null)
  await window.getByRole('button', { name: 'Export archive…' }).click()
  // A dialog that was cancelled leaves everything as it was.
  await expect(window.getByRole('button', { name: 'Export archive…' })).toBeEnabled()
  expect(existsSync(zip)).toBe(false)
  await answerSaveDialog(app, zip)
  await window.getByRole('button', { name: 'Export archive…' }).click()
  await expect(window.getByRole('dialog')).toContainText('The file is written', { timeout: 60_000 })
  expect(statSync(zip).size).toBeGreaterThan(100_000)
})
