import type { ElectronApplication, Page } from '@playwright/test'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unsealArchive } from '../../src/main/archive/pack/unsealArchive.ts'
import { expectAccessible } from './pages/accessible.ts'
import { ArchivesPage } from './pages/ArchivesPage.ts'
import { offboardDana } from './support/archive.ts'
import { answerOpenDialog, answerSaveDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { tabTo, typeOver } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

const passphrase = 'nine owls read by lamplight'

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
  const field = dialog.getByLabel('Passphrase', { exact: true })
  await expect(field).toBeFocused()
  await expect(dialog).toContainText('Open sealed archive… on the Archives page')
  await window.keyboard.type('short')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('The passphrase is too short.')
  await expect(dialog).toContainText('The two are not the same.')
  await dialog.getByRole('button', { name: 'Seal archive…' }).press('Enter')
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(window)
  await field.fill(passphrase)
  await expect(dialog).toContainText('Strong.')
  await dialog.getByLabel('Passphrase again').fill(passphrase)
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
  await unsealArchive({ file, to: join(outputFolder, 'opened'), passphrase }, how)
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

// Would catch: a sealed archive that only the command line opens, or that is opened over what is there.
test('a sealed archive is opened in the window by keyboard, and its page follows', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(180_000)
  const bag = await offboardDana(app, window, outputFolder)
  const file = await seal(app, window, outputFolder)
  const archives = new ArchivesPage(window)
  await archives.open()
  const button = window.getByRole('button', { name: 'Open sealed archive…' })
  const dialog = window.getByRole('dialog', { name: 'Open sealed archive' })
  const field = dialog.getByLabel('Passphrase', { exact: true })

  await answerOpenDialog(app, null)
  await tabTo(window, button)
  await window.keyboard.press('Enter')
  await expect(button).toBeFocused()
  await expect(dialog).toHaveCount(0)

  await answerOpenDialog(app, file)
  await window.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await expect(dialog).toContainText('archive.age')
  await expect(dialog).toContainText(outputFolder)
  await expectAccessible(window)
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('Type the passphrase.')
  await window.keyboard.type('nine owls read by lamplighs')
  await window.keyboard.press('Enter')
  await expect(dialog).toContainText('The passphrase is not the one that it was sealed with. Try it again.')
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(window)

  await typeOver(window, passphrase)
  await window.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Stop' }).press('Enter')
  await expect(dialog).toContainText('Stopped. Nothing was written.')

  await field.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText(`${bag} exists already, and is in the list.`)
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await expect(button).toBeFocused()

  const second = join(outputFolder, 'second')
  await openInto(second)
  await expect(dialog).toContainText('The same archive was in the list already:')
  await expect(dialog).toContainText(bag)
  await expectAccessible(window)
  await expect(dialog.getByRole('button', { name: 'Show the archive' })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(button).toBeFocused()
  const listed = (await ask(window, 'archives.list', {})).archives
  expect(listed).toHaveLength(2)
  for (const { id } of listed) await ask(window, 'archives.forget', { archiveId: id })

  const third = join(outputFolder, 'third')
  await openInto(third)
  await expect(window.getByRole('heading', { level: 1, name: 'Dana Whitfield' })).toBeFocused()
  await expect(window.getByText(`${third}/`)).toBeVisible()
  await expect(archives.verification).toContainText('Verified')
  await expect(window.getByRole('listbox').getByRole('option')).not.toHaveCount(0)
  expect(readdirSync(third)).toEqual(readdirSync(second))
  // The folder for archives is where the next offboarding puts one, whatever was opened meanwhile.
  expect((await ask(window, 'folders.archive', {})).path).toBe(outputFolder)

  /** From the button that has the focus to the start of the work. */
  async function openInto(folder: string): Promise<void> {
    mkdirSync(folder)
    await answerOpenDialog(app, file)
    await window.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await answerOpenDialog(app, folder)
    await dialog.getByRole('button', { name: 'Choose another folder…' }).press('Enter')
    await expect(dialog).toContainText(folder)
    await field.fill(passphrase)
    await field.press('Enter')
  }
})

/** Seals the archive of Dana Whitfield, and answers the file. */
async function seal(app: ElectronApplication, window: Page, folder: string): Promise<string> {
  const file = join(folder, 'archive.age')
  await answerSaveDialog(app, file)
  const { archives } = await ask(window, 'archives.list', {})
  await ask(window, 'archives.seal', { archiveId: archives[0]!.id, passphrase })
  return file
}
