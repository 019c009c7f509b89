import type { Locator } from '@playwright/test'
import Database from 'better-sqlite3'
import { readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './pages/accessible.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { VoicemailPage } from './pages/VoicemailPage.ts'
import { answerOpenDialog, answerSaveDialog } from './support/desktop.ts'
import { ask, invoke } from './support/invoke.ts'
import { signIn } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

test('search and filters leave what they say, add up, and are cleared together', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  const { total } = await ask(window, 'voicemail.count', { filter: {} })
  await voicemail.count(total)
  await voicemail.find('Extension', '1042', /^1042 Dana Whitfield/)
  const danas = await ask(window, 'voicemail.count', { filter: { extension: '1042' } })
  await voicemail.count(danas.total)
  expect(new Set(await voicemail.cells('extension'))).toEqual(new Set(['1042']))
  await window.getByRole('button', { name: 'Not heard', exact: true }).click()
  const unheard = await ask(window, 'voicemail.count', { filter: { extension: '1042', unread: true } })
  await voicemail.count(unheard.total)
  expect(new Set(await voicemail.cells('state'))).toEqual(new Set([' Not heard']))
  await voicemail.search.fill('no such caller')
  await expect(window.getByRole('heading', { name: 'No message matches' })).toBeVisible()
  await window.getByRole('button', { name: 'Clear search and filters' }).click()
  await voicemail.count(total)
})

test('kept boxes of free extensions show whose they were', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.find('Owner now', 'nobody', /Nobody/)
  const { total } = await ask(window, 'voicemail.count', { filter: { free: true } })
  await voicemail.count(total)
  expect(new Set(await voicemail.cells('ownerNow'))).toEqual(new Set(['Free']))
  expect(await voicemail.cells('ownerThen')).not.toContain('Not known')
})

test('more filters count themselves on their button', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await window.getByRole('button', { name: 'More filters' }).click()
  await window.getByRole('combobox', { name: 'Format' }).click()
  await window.getByRole('option', { name: 'MP3' }).click()
  await window.getByLabel('To', { exact: true }).fill('2100-01-01')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('button', { name: 'More filters (2)' })).toBeFocused()
  const { total } = await ask(window, 'voicemail.count', { filter: { format: 'mp3' } })
  await voicemail.count(total)
})

// A player under a list easily steals the keys of the list, or loses the place when the list moves on.
test('the keyboard alone finds a message, plays it, seeks, goes on to the next and closes it', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await window.keyboard.press('/')
  await expect(voicemail.search).toBeFocused()
  await window.keyboard.type('whitfield')
  await expect(voicemail.grid).toHaveAttribute('aria-busy', 'false')
  await window.keyboard.press('ArrowDown')
  await expect(voicemail.at(0)).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(voicemail.opened).toContainText('Dana Whitfield')
  await expect(voicemail.at(1)).toHaveAttribute('aria-current', 'true')
  await expect(voicemail.at(1)).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(voicemail.opened.getByRole('button', { name: /^Pause/ })).toBeVisible()
  await window.keyboard.press('Enter')
  await expect(voicemail.opened.getByRole('button', { name: /^Play/ })).toBeVisible()
  const position = voicemail.opened.getByRole('slider', { name: /^Position/ })
  const before = Number(await position.inputValue())
  await window.keyboard.press('ArrowRight')
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(before)
  await voicemail.opened.getByRole('button', { name: 'Next message' }).press('Enter')
  await expect(voicemail.at(2)).toHaveAttribute('aria-current', 'true')
  await voicemail.opened.getByRole('button', { name: 'Close the message' }).press('Enter')
  await expect(voicemail.opened).toBeHidden()
  await expect(voicemail.at(2)).toBeFocused()
})

// Would catch: a mark of background or shadow alone, which the colors of the system take away.
test('the opened message is marked with the colors of the system too', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.at(1).click()
  await expect(voicemail.at(1)).toHaveAttribute('aria-current', 'true')
  const mark = (row: number): Promise<string> =>
    voicemail.at(row).evaluate((element) => getComputedStyle(element, '::before').width)
  expect(await mark(1)).toBe('auto')
  await window.emulateMedia({ forcedColors: 'active' })
  await expect.poll(() => mark(1)).toBe('4px')
  expect(await mark(2)).toBe('auto')
})

test('the opened message stays while the list is sorted anew', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  const caller = (await voicemail.cells('caller'))[3]!
  await voicemail.at(3).click()
  const label = await voicemail.opened.getByRole('region', { name: /^Player/ }).getAttribute('aria-label')
  const head = voicemail.grid.getByRole('columnheader', { name: 'Length' })
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(voicemail.opened.getByRole('region', { name: /^Player/ })).toHaveAttribute('aria-label', label!)
  expect(caller).not.toBe('')
  const lengths = (await voicemail.cells('seconds')).map((text) => {
    const [minutes, seconds] = text.split(':').map(Number)
    return minutes! * 60 + seconds!
  })
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
})

test('Space and Shift with the arrows select, and the list of the selected is exported', async ({
  app,
  window,
  outputFolder,
}) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.search.press('ArrowDown')
  await window.keyboard.press('Space')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect(voicemail.selected).toContainText('3 selected')
  const file = join(outputFolder, 'some.csv')
  await answerSaveDialog(app, file)
  await voicemail.selected.getByRole('button', { name: 'Export list of selected…' }).click()
  await expect(window.getByText('A list of 3 messages was saved to some.csv.')).toBeVisible()
  const lines = readFileSync(file, 'utf8').split('\r\n')
  expect(lines[0]).toMatch(/^\ufeffreceived,time_zone,extension,owner_then,owner_now,caller,number,/)
  expect(lines).toHaveLength(5)
  const { messages } = await ask(window, 'voicemail.search', { filter: {}, limit: 3 })
  expect(lines.slice(1, 4).map((line) => line.split(',').at(-1))).toEqual(messages.map(({ id }) => id))
  await voicemail.at(2).focus()
  await window.keyboard.press('Control+a')
  const { total } = await ask(window, 'voicemail.count', { filter: {} })
  await expect(voicemail.selected).toContainText(`${total} selected`)
  await window.keyboard.press('Escape')
  await expect(voicemail.selected).toBeHidden()
})

// Would catch: words that only a mouse that rests on them can show.
test('a transcript that is cut shows all of it by keyboard, and one that fits has no button', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  const { messages } = await ask(window, 'voicemail.search', { filter: {}, limit: 100 })
  const transcript = messages.find((message) => (message.transcript?.length ?? 0) > 40)!.transcript!
  await voicemail.search.fill(transcript)
  await voicemail.at(0).press('Enter')
  const said = voicemail.opened.getByText(transcript)
  await expect(said).toBeVisible()
  await expect(window.getByRole('button', { name: 'Show all' })).toHaveCount(0)
  await said.evaluate((element) => (element.style.flex = '0 0 90px'))
  await window.getByRole('button', { name: 'Show all' }).press('Enter')
  const less = window.getByRole('button', { name: 'Show less' })
  await expect(less).toBeFocused()
  expect(await said.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
  await expectAccessible(window)
  await less.press('Enter')
  expect(await said.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true)
})

// Would catch: a range that does not begin at the message that was opened by the click before.
test('Shift and a click select from the message that was clicked last', async ({ window }) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.at(2).locator('[data-column="caller"]').click()
  await voicemail
    .at(4)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await expect(voicemail.selected).toContainText('3 selected')
  for (const row of [2, 3, 4]) await expect(voicemail.at(row)).toHaveAttribute('aria-selected', 'true')
})

// An archive of some messages must not touch their owners, nor save more or less than was selected.
test('selected messages are saved as an archive that proves itself, and nobody is offboarded', async ({
  app,
  window,
  outputFolder,
}) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  const before = await ask(window, 'voicemail.count', { filter: {} })
  const inactive = await ask(window, 'users.count', { filter: { status: 'INACTIVE' } })
  await voicemail.search.press('ArrowDown')
  await window.keyboard.press('Space')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await voicemail.selected.getByRole('button', { name: 'Save as archive…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Save voicemail as an archive' })
  await expect(dialog).toContainText('3 messages ·')
  await answerOpenDialog(app, outputFolder)
  await dialog.getByRole('button', { name: 'Choose another…' }).click()
  await expect(dialog).toContainText(outputFolder)
  await expectAccessible(window)
  await dialog.getByRole('button', { name: /^Save 3 voicemail messages/ }).click()
  await expect(window.getByRole('heading', { level: 1, name: /3 voicemail messages/ })).toBeVisible()
  await expect.poll(async () => (await ask(window, 'runs.list', {}))[0]?.status).toBe('done')
  const [bag] = readdirSync(outputFolder)
  const files = readdirSync(join(outputFolder, bag!, 'data', 'voicemail'))
  expect(files.filter((name) => /^\d{4} /.test(name))).toHaveLength(3)
  await expect(window.getByRole('link', { name: /archive/i }).first()).toBeVisible()
  expect(await ask(window, 'voicemail.count', { filter: {} })).toEqual(before)
  expect(await ask(window, 'users.count', { filter: { status: 'INACTIVE' } })).toEqual(inactive)
})

test('recordings are checked, and the decision about damaged ones is asked for with a reason', async ({
  window,
  dataFolder,
}) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await voicemail.find('Extension', '1042', /^1042 Dana Whitfield/)
  const { total } = await ask(window, 'voicemail.count', { filter: { extension: '1042' } })
  await voicemail.count(total)
  const check = async () => {
    await voicemail.search.press('ArrowDown')
    await window.keyboard.press('Control+a')
    await voicemail.selected.getByRole('button', { name: 'Check recordings…' }).click()
    return window.getByRole('dialog', { name: 'Check recordings' })
  }
  /** In the dialog to be read, and read out once: by one live region, which is there before its text. */
  const expectSaid = async (dialog: Locator, text: string): Promise<void> => {
    await expect(dialog.getByText(text, { exact: true })).toBeVisible()
    await expect(window.locator('[role="status"], [role="alert"], [aria-live]').filter({ hasText: text })).toHaveCount(
      1,
    )
  }
  const whole = await check()
  await expectSaid(whole, `All ${total} recordings are whole.`)
  await window.keyboard.press('Enter')
  await expect(whole).toBeHidden()

  const files = audioOf(dataFolder, '1042')
  truncateSync(files[0]!, 2000)
  rmSync(files[1]!)
  const dialog = await check()
  await expectSaid(dialog, `2 recordings are damaged, ${total - 2} are whole.`)
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await expect(dialog.getByRole('row')).toHaveText([/Recording/, /Changed$/, /Lost$/])
  await expectAccessible(window)
  const decide = dialog.getByRole('button', { name: 'Keep 1 as changed, take out 1 message' })
  await decide.click()
  await expect(dialog.getByText('Enter the reason.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The old server is gone')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText('1 changed recording was kept, 1 message was taken out.')).toBeVisible()
  await expect(voicemail.selected).toContainText(`${total - 1} selected`)
  const { entries } = await ask(window, 'audit.list', { filter: {}, offset: 0, limit: 2 })
  expect(entries.map(({ action }) => action).toSorted()).toEqual(['voicemail.giveUpLost', 'voicemail.keepChanged'])
})

/** The recordings of an extension, oldest first. */
function audioOf(dataFolder: string, extension: string): string[] {
  const db = new Database(join(dataFolder, 'offhook.sqlite'), { readonly: true })
  const files = db
    .prepare<[string], string>(
      `SELECT file FROM voicemail_message m JOIN extension ON extension.id = extension_id
        WHERE extension_number = ? ORDER BY received_at, m.id`,
    )
    .pluck()
    .all(extension)
  db.close()
  return files.map((file) => join(dataFolder, 'audio', file))
}

test('the voicemail of a person leads to the page with the extension chosen', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('Whitfield')
  await users.row('Dana Whitfield').click()
  await window.getByRole('tab', { name: /^Voicemail/ }).click()
  await window.getByRole('link', { name: 'Open in Voicemail' }).click()
  await expect(window.getByRole('combobox', { name: 'Extension' })).toHaveValue('1042')
  const { total } = await ask(window, 'voicemail.count', { filter: { extension: '1042' } })
  await new VoicemailPage(window).count(total)
})

// Who may not listen must not read either: callers, transcripts, and what a search of words finds.
test('whoever may not listen has no Voicemail page, and main refuses what is behind it', async ({ window }) => {
  await ask(window, 'session.signOut', {})
  await signIn(window, 'ruth.abernathy')
  await expect(window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Voicemail' })).toHaveCount(
    0,
  )
  for (const route of ['voicemail.search', 'voicemail.count', 'voicemail.export'] as const)
    expect(await invoke(window, route, { filter: {}, limit: 1 })).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    })
})

test('the page has no finding of axe, with a message open, filters open, rows selected, and empty', async ({
  window,
}) => {
  const voicemail = new VoicemailPage(window)
  await voicemail.open()
  await expectAccessible(window)
  await voicemail.at(1).click()
  await expect(voicemail.opened).toBeVisible()
  await voicemail.at(2).getByRole('checkbox').click()
  await expectAccessible(window)
  await window.getByRole('button', { name: 'More filters' }).click()
  await expect(window.getByLabel('Caller', { exact: true })).toBeVisible()
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await voicemail.search.fill('no such caller')
  await expect(window.getByRole('heading', { name: 'No message matches' })).toBeVisible()
  await expectAccessible(window)
})
