import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readdirSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GrantId } from '../../src/shared/ids.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { expectAccessible } from './pages/accessible.ts'
import { ArchivesPage } from './pages/ArchivesPage.ts'
import { offboardDana } from './support/archive.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

test('without an archive the page says what makes one', async ({ window }) => {
  await new ArchivesPage(window).open()
  await expect(window.getByRole('heading', { name: 'No archives yet' })).toBeVisible()
  await expectAccessible(window)
})

test('an archive is listed, plays, shows its files, and is verified as whole', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(120_000)
  await offboardDana(app, window, outputFolder)
  const archives = new ArchivesPage(window)
  await archives.open()
  await expect(archives.row('Dana Whitfield')).toContainText('Verified')
  await expectAccessible(window)
  await archives.openArchive('Dana Whitfield')
  await expect(window.getByRole('listbox').getByRole('option')).not.toHaveCount(0)
  await archives.verify.click()
  await expect(archives.verification).toContainText('Whole and unchanged')
  await expectAccessible(window)
  await archives.tab(/^Other files/).click()
  await expect(window.getByRole('cell', { name: 'custody.json' })).toBeVisible()
  await archives.tab(/^Bag info/).click()
  await expect(window.getByText('Payload Oxum')).toBeVisible()
  await expectAccessible(window)
})

// Would catch: a search of all messages that leaves out, until tomorrow, what was archived a minute ago.
test('the messages of an archive are among all messages as soon as its run is done', async ({
  app,
  window,
  outputFolder,
}) => {
  const archives = new ArchivesPage(window)
  await archives.open()
  await offboardDana(app, window, outputFolder)
  await archives.tab(/^Messages/).click()
  await expect(window.getByRole('listbox', { name: 'Voicemail messages (12)' })).toBeVisible()
})

// Would catch: whoever looks something up elsewhere begins again with the newest message.
test('the chosen message is found again by whoever comes back, and another search begins anew', async ({
  app,
  window,
  outputFolder,
}) => {
  const archives = new ArchivesPage(window)
  await offboardDana(app, window, outputFolder)
  await archives.open()
  await archives.tab(/^Messages/).click()
  const list = window.getByRole('listbox')
  const chosen = list.getByRole('option', { selected: true })
  await list.press('Home')
  for (let step = 0; step < 9; step += 1) await list.press('ArrowDown')
  await expect(chosen).toHaveAttribute('aria-posinset', '10')
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Users' }).click()
  await archives.open()
  await expect(chosen).toHaveAttribute('aria-posinset', '10')
  await expect(chosen).toBeInViewport()
  await window.getByRole('textbox', { name: /^Search/ }).fill('e')
  await expect(chosen).toHaveAttribute('aria-posinset', '1')
})

// Would catch: rows that stay behind, one over the other, when the list of twice archived messages is scrolled.
test('messages that were archived twice are two rows each, however the list is scrolled', async ({
  app,
  window,
  outputFolder,
}) => {
  await answerOpenDialog(app, outputFolder)
  const { grantId } = (await ask(window, 'folders.chooseArchive', {}))!
  for (let time = 0; time < 2; time += 1) await saveMessagesOf('1042', { window, grantId })
  const archives = new ArchivesPage(window)
  await archives.open()
  await archives.tab(/^Messages/).click()
  const list = window.getByRole('listbox', { name: 'Voicemail messages (24)' })
  for (const key of ['End', 'Home', 'End', 'Home', 'End']) await list.press(key)
  await expect(list.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
  const places = await list.getByRole('option').evaluateAll((rows) => rows.map((row) => row.style.transform))
  expect(new Set(places).size).toBe(places.length)
})

/** Saves the messages of an extension as an archive of their own. */
async function saveMessagesOf(
  extension: string,
  { window, grantId }: { window: Page; grantId: GrantId },
): Promise<void> {
  const page = { sort: 'received', descending: true, offset: 0, limit: 50 } as const
  const { messages } = await ask(window, 'voicemail.search', { filter: { extension }, ...page })
  const request = { kind: 'messages' as const, messageIds: messages.map(({ id }) => id) }
  const { hash: planHash } = await ask(window, 'offboarding.plan', request)
  const { approval } = await ask(window, 'runs.approve', { request, planHash })
  const start = { request, planHash, approval, archiveFolder: grantId, confirm: null, draftId: null }
  const { runId } = await ask(window, 'runs.start', start)
  await expect.poll(async () => (await ask(window, 'runs.show', { runId })).status).toBe('done')
}

// The verdict must come from the bytes on the disk, not from what was known when the archive was made.
test('a changed file is found and named', async ({ app, window, outputFolder }) => {
  test.setTimeout(120_000)
  const bag = await offboardDana(app, window, outputFolder)
  const [audio] = readdirSync(join(bag, 'data', 'voicemail')).filter((name) => name.endsWith('.wav'))
  execFileSync('chmod', ['-R', 'u+w', bag])
  appendFileSync(join(bag, 'data', 'voicemail', audio!), 'x')
  const archives = new ArchivesPage(window)
  await archives.open()
  await archives.openArchive('Dana Whitfield')
  await archives.verify.click()
  await expect(archives.verification).toContainText('Damaged')
  await expect(archives.verification.getByRole('table', { name: 'Problems' })).toContainText(audio!)
  await expectAccessible(window)
  await archives.open()
  await expect(archives.row('Dana Whitfield')).toContainText('Damaged')
})

/** A bag whose one file is a hole of eight gigabytes: nothing on the disk, seconds of reading. */
function makeLargeBag(bag: string): void {
  mkdirSync(join(bag, 'data'), { recursive: true })
  writeFileSync(join(bag, 'data', 'large.bin'), '')
  truncateSync(join(bag, 'data', 'large.bin'), 8 * 1024 ** 3)
  writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  writeFileSync(join(bag, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/large.bin\n`)
}

// Would catch: a click that cannot be taken back on an archive of a hundred gigabytes, or one that leaves a verdict behind.
test('a verification is cancelled by keyboard, and the last verdict stays', async ({ app, window, outputFolder }) => {
  const bag = join(outputFolder, 'large')
  makeLargeBag(bag)
  const archives = new ArchivesPage(window)
  await archives.open()
  await answerOpenDialog(app, bag)
  await window.getByRole('button', { name: 'Add archive folder…' }).first().click()
  await archives.verify.focus()
  await window.keyboard.press('Enter')
  await window.keyboard.press('Tab')
  await expect(archives.verification.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(window)
  await window.keyboard.press('Enter')
  await expect(archives.verification.getByRole('status')).toContainText('The verification was stopped')
  await expect(archives.verify).toBeFocused()
  await expect(archives.verification).toContainText('Not verified')
})

test('a folder that is gone is said to be missing, and is found again where it is now', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(120_000)
  const bag = await offboardDana(app, window, outputFolder)
  const moved = join(outputFolder, 'moved')
  renameSync(bag, moved)
  const archives = new ArchivesPage(window)
  await archives.open()
  await expect(archives.row('Dana Whitfield')).toContainText('Folder missing')
  await archives.openArchive('Dana Whitfield')
  await expect(window.getByRole('heading', { name: 'The folder is not where it was' })).toBeVisible()
  await expectAccessible(window)
  await answerOpenDialog(app, moved)
  await window.getByRole('button', { name: 'Choose its new folder…' }).click()
  await expect(archives.verify).toBeEnabled()
})

test('forgetting takes an archive out of the list and leaves its folder', async ({ app, window, outputFolder }) => {
  test.setTimeout(120_000)
  const bag = await offboardDana(app, window, outputFolder)
  const archives = new ArchivesPage(window)
  await archives.open()
  await archives.openArchive('Dana Whitfield')
  await window.getByRole('button', { name: /^More options for the archive/ }).click()
  await window.getByRole('menuitem', { name: 'Take off the list, keep the files…' }).click()
  await expect(window.getByRole('dialog')).toContainText(bag)
  await expectAccessible(window)
  await window.getByRole('button', { name: 'Take off the list' }).click()
  await expect(window.getByRole('heading', { name: 'No archives yet' })).toBeVisible()
  expect(readdirSync(bag)).toContain('bagit.txt')
})

test('a folder that is no bag is refused with the reason', async ({ app, window, outputFolder }) => {
  writeFileSync(join(outputFolder, 'notes.txt'), 'no bag')
  await new ArchivesPage(window).open()
  await answerOpenDialog(app, outputFolder)
  await window.getByRole('button', { name: 'Add archive folder…' }).first().click()
  const refused = window.getByRole('alert')
  await expect(refused).toContainText('The folder was not added')
  // Would catch: a box that touches its neighbors, and stays until the page is left.
  await expectAccessible(window)
  await refused.getByRole('button', { name: 'Close: The folder was not added' }).press('Enter')
  await expect(refused).toHaveCount(0)
  await expect(window.getByRole('heading', { level: 1 })).toBeFocused()
  await expectAccessible(window)
})

// What the article's reader wants years later: another computer, an empty data folder, and every message found and heard.
test('a watched folder brings the archives of another installation: searched, heard, noted', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(120_000)
  const bag = join(outputFolder, 'shelf', '2026-11-23 1042 Dana Whitfield')
  mkdirSync(join(outputFolder, 'shelf'))
  const rig = rigFor(mailbox(12), bag)
  await writeBag(rig.request, rig.io)
  const archives = new ArchivesPage(window)
  await archives.open()
  await answerOpenDialog(app, outputFolder)
  await window.getByRole('button', { name: 'Watched folders…' }).click()
  await window.getByRole('button', { name: 'Watch a folder…' }).click()
  await expect(window.getByRole('dialog')).toContainText('1 archive, 1 new')
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await expect(archives.row('Dana Whitfield')).toContainText('Not verified')
  await expect(window.getByText('1 waits for its check')).toBeVisible()
  await window.getByRole('textbox', { name: 'Search archives and messages' }).fill('order 8')
  await archives.tab(/^Messages/).click()
  const found = window.getByRole('listbox').getByRole('option')
  await expect(found).toHaveCount(1)
  await window.getByRole('button', { name: 'Add a note' }).click()
  await window.getByRole('textbox', { name: 'Note on this message' }).fill('He agrees to the price')
  await window.getByRole('button', { name: 'Save note' }).click()
  await expect(window.getByText('He agrees to the price')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Change the note' })).toBeFocused()
  await expectAccessible(window)
  const search = window.getByRole('textbox', { name: 'Search archives and messages' })
  // Between two answers of one message each nothing would tell which of them is there, and a link of the first goes away.
  await search.fill('order')
  await expect(found).not.toHaveCount(1)
  await search.fill('agrees')
  await expect(found).toHaveCount(1)
  await window.getByRole('link', { name: /^Open the archive of Dana Whitfield/ }).click()
  await window.getByRole('button', { name: 'Edit notes…' }).click()
  await window.getByRole('textbox', { name: 'Purpose' }).fill('Claim 4711')
  await window.getByRole('button', { name: 'Save notes' }).click()
  await expect(window.getByText('Claim 4711')).toBeVisible()
  expect(readdirSync(bag)).toContain('offhook-notes.json')
})

// Would catch: a page of notes that is gone with one press of Escape.
test('notes that are not saved outlive Escape and the cross, and go by a button alone', async ({
  app,
  window,
  outputFolder,
}) => {
  const bag = join(outputFolder, '2026-11-23 1042 Dana Whitfield')
  const rig = rigFor(mailbox(1), bag)
  await writeBag(rig.request, rig.io)
  await answerOpenDialog(app, bag)
  await ask(window, 'archives.add', {})
  const archives = new ArchivesPage(window)
  await archives.open()
  await archives.openArchive('Dana Whitfield')
  const edit = window.getByRole('button', { name: 'Edit notes…' })
  const dialog = window.getByRole('dialog')
  await edit.click()
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await edit.click()
  await dialog.getByRole('textbox', { name: 'Note', exact: true }).fill('Agreed with counsel')
  await window.keyboard.press('Escape')
  await expect(dialog.getByRole('alert')).toHaveText('What was changed is not saved. Finish it, or discard it.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('Agreed with counsel')
  await expectAccessible(window)
  await dialog.getByRole('button', { name: 'Discard changes' }).click()
  await expect(dialog).toBeHidden()
  await edit.click()
  await expect(dialog.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('')
})

// Would catch: five lists of nothing, out of which the reader has to find that all is the same.
test('a copy of an archive is identical with it, and a changed one differs', async ({ app, window, outputFolder }) => {
  const bag = join(outputFolder, '2026-11-23 1042 Dana Whitfield')
  const rig = rigFor(mailbox(2), bag)
  await writeBag(rig.request, rig.io)
  const copies = ['copy', 'changed'].map((name) => join(outputFolder, name))
  for (const copy of copies) cpSync(bag, copy, { recursive: true })
  appendFileSync(join(copies[1]!, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/another.txt\n`)
  for (const folder of [bag, ...copies]) {
    await answerOpenDialog(app, folder)
    await ask(window, 'archives.add', {})
  }
  const archives = new ArchivesPage(window)
  await archives.open()
  await archives.row('Dana Whitfield').filter({ hasText: '2026-11-23 1042 Dana Whitfield' }).click()
  await window.getByRole('button', { name: /^More options for the archive/ }).click()
  await window.getByRole('menuitem', { name: 'Compare with another…' }).click()
  const dialog = window.getByRole('dialog')
  const compared = dialog.getByRole('status')
  const other = dialog.getByRole('combobox', { name: 'With' })
  await other.click()
  await window.getByRole('option', { name: /\(copy\)$/ }).click()
  await expect(compared).toContainText('The archives are identical.')
  await expect(compared).toContainText('SHA-256')
  await expectAccessible(window)
  await other.fill('changed')
  await window.getByRole('option', { name: /\(changed\)$/ }).click()
  await expect(compared).toContainText('The archives differ.')
})

// Would catch: "Archives 1" over a list that says no archive matches, and a day that has come with nothing to choose.
test('a search counts what it finds and leads to the messages; a day that has come offers what there is to do', async ({
  app,
  window,
  outputFolder,
}) => {
  const bag = join(outputFolder, '2026-11-23 1042 Dana Whitfield')
  const rig = rigFor(mailbox(12), bag)
  await writeBag(rig.request, rig.io)
  await answerOpenDialog(app, bag)
  const added = await ask(window, 'archives.add', {})
  const archives = new ArchivesPage(window)
  await archives.open()
  await expect(archives.tab(/^Archives/)).toHaveText('Archives 1')
  await window.getByRole('textbox', { name: 'Search archives and messages' }).fill('order 8')
  await expect(archives.tab(/^Archives/)).toHaveText('Archives 0')
  await expect(archives.tab(/^Messages/)).toHaveText('Messages 1')
  await expectAccessible(window)
  await window.getByRole('button', { name: 'Show 1 message' }).click()
  await expect(window.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await window.getByRole('button', { name: 'Clear the search' }).click()
  await expect(archives.tab(/^Messages/)).toHaveText('Messages 12')
  await archives.tab(/^Archives/).click()
  const search = window.getByRole('textbox', { name: 'Search archives and messages' })
  await search.fill('no such archive')
  await window.getByRole('button', { name: 'Show all archives' }).press('Enter')
  await expect(search).toBeFocused()
  await expect(archives.tab(/^Archives/)).toHaveText('Archives 1')

  const notes = { purpose: '', tags: [], keepUntil: '2020-02-01', note: '' }
  await ask(window, 'archives.saveNotes', { archiveId: added!.id, base: null, notes })
  await window.reload()
  await archives.open()
  await archives.tab(/^Archives/).click()
  await window.getByRole('button', { name: 'Show it' }).click()
  await archives.openArchive('Dana Whitfield')
  const due = window.getByRole('region', { name: 'The day has come' })
  await expect(due).toContainText('It was to be kept until')
  await expectAccessible(window)
  await due.getByRole('button', { name: 'Move to the wastebasket…' }).click()
  await expect(window.getByRole('dialog', { name: /to the wastebasket$/ })).toBeVisible()
  await window.keyboard.press('Escape')
  await due.getByRole('button', { name: 'Keep longer…' }).click()
  const until = window.getByLabel('Keep until')
  await expect(until).toBeFocused()
  const edited = window.getByRole('dialog')
  await expect(edited).toContainText('This day has come already. Offhook removes nothing by itself.')
  await until.fill('2099-01-01')
  await expect(edited).toContainText('On this day Offhook asks. It removes nothing by itself.')
  await window.getByRole('button', { name: 'Save notes' }).click()
  await expect(due).toHaveCount(0)
  await ask(window, 'archives.setHold', { archiveId: added!.id, reason: 'Case 4711' })
  const { notesBase } = await ask(window, 'archives.open', { archiveId: added!.id })
  await ask(window, 'archives.saveNotes', { archiveId: added!.id, base: notesBase, notes })
  await window.reload()
  await expect(window.getByText('Under legal hold: Case 4711')).toBeVisible()
  await expect(due).toHaveCount(0)
})

// Would catch: a note of many lines that is gone because another message was looked at in between.
test('a note that is being written is kept while another message is looked at, and the list keeps the focus', async ({
  app,
  window,
  outputFolder,
}) => {
  const bag = join(outputFolder, '2026-11-23 1042 Dana Whitfield')
  const rig = rigFor(mailbox(12), bag)
  await writeBag(rig.request, rig.io)
  await answerOpenDialog(app, bag)
  await ask(window, 'archives.add', {})
  const archives = new ArchivesPage(window)
  await archives.open()
  await archives.openArchive('Dana Whitfield')
  const list = window.getByRole('listbox')
  const note = window.getByRole('textbox', { name: 'Note on this message' })
  await window.getByRole('button', { name: 'Add a note' }).click()
  await expect(note).toBeFocused()
  await note.fill('He agrees to')
  await list.getByRole('option').nth(1).click()
  await expect(note).toHaveCount(0)
  await list.focus()
  await window.keyboard.press('ArrowUp')
  await expect(note).toHaveValue('He agrees to')
  await expect(window.getByText('Not saved yet')).toBeVisible()
  await expect(list).toBeFocused()
  await archives.open()
  await archives.openArchive('Dana Whitfield')
  await expect(note).toHaveValue('He agrees to')
  await window.getByRole('button', { name: 'Cancel' }).click()
  await list.getByRole('option').nth(1).click()
  await list.getByRole('option').first().click()
  await expect(window.getByRole('button', { name: 'Add a note' })).toBeVisible()
  await expect(note).toHaveCount(0)
})
