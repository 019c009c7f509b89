import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveId } from '../../src/shared/ids.ts'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expectAccessible } from './pages/accessible.ts'
import { answerSaveDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { startRun, untilRun } from './support/runs.ts'
import { untilFront } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

type Bridge = { bridge: { invoke(name: string, input: unknown): unknown } }

/** Presses a button and locks at once, so that what it began is under way when the lock comes down. */
async function pressAndLock(button: Locator): Promise<void> {
  await button.evaluate((pressed: HTMLElement) => {
    pressed.click()
    setTimeout(() => (window as unknown as Bridge).bridge.invoke('session.lock', {}))
  })
  await untilFront(button.page(), 'locked')
}

async function comeBack(window: Page): Promise<void> {
  await window.getByLabel('Password', { exact: true }).fill('maple-harbor-41')
  await window.keyboard.press('Enter')
  await untilFront(window, 'pages')
}

/** Makes an archive, and opens its page. */
async function openArchive(app: ElectronApplication, window: Page, folder: string): Promise<ArchiveId> {
  const runId = await startRun({ app, window }, '1042', folder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  const { archiveId } = await ask(window, 'runs.show', { runId })
  await window.evaluate((hash) => (location.hash = hash), `#/archives/${archiveId}`)
  await expect(window.getByRole('heading', { level: 1, name: 'Dana Whitfield' })).toBeVisible()
  return archiveId!
}

async function chooseInMenu(window: Page, option: RegExp): Promise<void> {
  await window.getByRole('button', { name: /^More options for the archive/ }).click()
  await window.getByRole('menuitem', { name: option }).click()
}

test('an export that ends behind the lock says in its dialog where the file lies', async ({
  app,
  window,
  outputFolder,
}) => {
  await openArchive(app, window, outputFolder)
  const file = join(outputFolder, 'dana.zip')
  await answerSaveDialog(app, file)
  await chooseInMenu(window, /^Export as one zip/)
  const dialog = window.getByRole('dialog', { name: 'Export as one zip' })
  await pressAndLock(dialog.getByRole('button', { name: 'Export archive…' }))
  await expect.poll(() => existsSync(file)).toBe(true)
  await comeBack(window)
  await expect(dialog).toContainText('The file is written')
  await expect(dialog).toContainText(file)
  await expectAccessible(window)
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(dialog).toHaveCount(0)
})

test('an archive that is removed behind the lock is gone after it', async ({ app, window, outputFolder }) => {
  const archiveId = await openArchive(app, window, outputFolder)
  const { notes, notesBase, archive } = await ask(window, 'archives.open', { archiveId })
  const { purpose, tags, note } = notes
  await ask(window, 'archives.saveNotes', {
    archiveId: archive.id,
    base: notesBase,
    notes: { purpose, tags, note, keepUntil: '2020-01-01' },
  })
  await app.evaluate(({ shell }) => {
    const trash = shell.trashItem.bind(shell)
    shell.trashItem = async (path) => {
      await new Promise((resolve) => setTimeout(resolve, 2000))
      await trash(path)
    }
  })
  await window.reload()
  await chooseInMenu(window, /^Move the files to the wastebasket/)
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('textbox').fill(archive.folder)
  await expectAccessible(window)
  await pressAndLock(dialog.getByRole('button', { name: 'Move to the wastebasket' }))
  await expect.poll(() => existsSync(archive.path)).toBe(false)
  await comeBack(window)
  await expect(window.getByRole('heading', { level: 1, name: 'Archives' })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(
    window.getByRole('alert').filter({ hasText: 'Move the archive of Dana Whitfield to the wastebasket' }),
  ).toBeVisible()
})
