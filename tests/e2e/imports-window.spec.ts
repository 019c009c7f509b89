import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wavOf } from '../support/audio.ts'
import { messageText, writeSpool } from '../support/spool.ts'
import { expectAccessible } from './pages/accessible.ts'
import { ExtensionsPage } from './pages/ExtensionsPage.ts'
import { ImportPage } from './pages/ImportPage.ts'
import { UsersPage } from './pages/UsersPage.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/** Two good rows and one whose extension is Dana's; the last column has a header that nobody can guess. */
const staff = `Login,Given name,Surname,Ext,Bereich
pat.moss,Pat,Moss,4001,Sales
lee.frost,Lee,Frost,1042,Sales
kim.dale,Kim,Dale,4002,Support
`

test('a CSV is checked, mapped and imported without its bad rows', async ({ app, window, outputFolder }) => {
  const file = join(outputFolder, 'staff.csv')
  writeFileSync(file, staff)
  const page = new ImportPage(window)
  await page.open()
  await expectAccessible(window)
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await expect(page.column('User name')).toHaveValue('Login')
  await expect(page.problems()).toHaveCount(1)
  await expect(page.problems()).toContainText('Extension')

  await page.column('Department').selectOption('Bereich')
  await expect(page.users.getByRole('table', { name: 'First rows' })).toContainText('Support')
  await expectAccessible(window)

  await page.users.getByRole('button', { name: 'Import 2 valid rows only' }).click()
  await expect(page.users.getByRole('heading', { name: '2 users imported' })).toBeFocused()
  await expect(page.users).toContainText('1 row left out')
  await expectAccessible(window)
  await page.users.getByRole('link', { name: 'Show users' }).click()
  const users = new UsersPage(window)
  await users.search.fill('Kim Dale')
  await expect(users.row('Kim Dale')).toContainText('Support')
})

// Would catch: lists that were looked at before the import and go on showing the company without it.
test('extensions of imported users are in the list that was open before', async ({ app, window, outputFolder }) => {
  const extensions = new ExtensionsPage(window)
  await extensions.open()
  await extensions.search('4001')
  await expect(window.getByRole('heading', { name: 'No extension matches' })).toBeVisible()
  const file = join(outputFolder, 'staff.csv')
  writeFileSync(file, staff)
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await page.users.getByRole('button', { name: 'Import 2 valid rows only' }).click()
  await expect(page.users.getByRole('heading', { name: '2 users imported' })).toBeVisible()
  await extensions.open()
  await expect(extensions.row(/^4001 /)).toContainText('Pat Moss')
})

// What is cancelled may not go on behind the window's back: nothing of the file may be there afterwards.
test('an import that is cancelled imports nothing and says so', async ({ app, window, outputFolder }) => {
  const file = join(outputFolder, 'large.csv')
  const rows = Array.from(
    { length: 60_000 },
    (_, index) => `zz.user${index},Zed,Zymurgy${index},${500_000 + index},Sales`,
  )
  writeFileSync(file, `Login,Given name,Surname,Ext,Department\n${rows.join('\n')}\n`)
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await page.users.getByRole('button', { name: 'Import 60,000 users' }).click({ timeout: 60_000 })
  await page.users.getByRole('button', { name: 'Cancel import' }).click()
  await expect(page.users.getByRole('status')).toContainText('Nothing was imported')
  await expect(page.users.getByRole('button', { name: 'Import 60,000 users' })).toBeEnabled()
  await expectAccessible(window)
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('Zymurgy')
  await expect(window.getByText('zz.user')).toHaveCount(0)
})

// Would catch: an import that nobody can follow, stop or see the end of, because another page was opened meanwhile.
test('an import is still there when the page was left', async ({ app, window, outputFolder }) => {
  const file = join(outputFolder, 'many.csv')
  const rows = Array.from({ length: 20_000 }, (_, index) => `user.${index},First ${index},Last ${index}`)
  writeFileSync(file, `Login,Given name,Surname\n${rows.join('\n')}\n`)
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await page.users.getByRole('button', { name: 'Import 20,000 users' }).click()
  await new UsersPage(window).open()
  await page.open()
  await expect(page.users.getByRole('button', { name: 'Cancel import' })).toBeVisible()
  await expect(page.users.getByRole('heading', { name: '20,000 users imported' })).toBeVisible({ timeout: 60_000 })
})

// Would catch: a file that has to be chosen again, because its import was stopped after a look at another page.
test('an import that is cancelled after the page was left leaves its file there', async ({
  app,
  window,
  outputFolder,
}) => {
  const file = join(outputFolder, 'large.csv')
  const rows = Array.from({ length: 60_000 }, (_, index) => `user.${index},First ${index},Last ${index}`)
  writeFileSync(file, `Login,Given name,Surname\n${rows.join('\n')}\n`)
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await page.users.getByRole('button', { name: 'Import 60,000 users' }).click({ timeout: 60_000 })
  await new UsersPage(window).open()
  await page.open()
  await page.users.getByRole('button', { name: 'Cancel import' }).click()
  await expect(page.users.getByRole('status')).toContainText('Nothing was imported')
  await expect(page.users.getByRole('button', { name: 'Import 60,000 users' })).toBeEnabled()
})

// Leaving out a required column has to be said, not end in an import of nothing.
test('a required column that is taken away stops the import and says which', async ({ app, window, outputFolder }) => {
  const file = join(outputFolder, 'staff.csv')
  writeFileSync(file, staff)
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await page.column('Last name').selectOption('')
  await expect(page.users).toContainText('No row can be imported')
  await expect(page.problems().first()).toContainText('Last name')
})

test('a recording that is gone here is counted, and importing again says that it was repaired', async ({
  app,
  window,
  outputFolder,
  dataFolder,
}) => {
  const box = 'voicemail/default/1042/INBOX'
  writeSpool(outputFolder, {
    [`${box}/msg0000.wav`]: wavOf({ tag: 1, seconds: 3, fill: 1 }),
    [`${box}/msg0000.txt`]: messageText({ origtime: 1788876845, duration: 3, msgId: '1788876845-a' }),
  })
  const recordings = (): string[] =>
    readdirSync(join(dataFolder, 'audio'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.wav'),
    )
  const before = recordings()
  const page = new ImportPage(window)
  await page.open()
  const choose = async (): Promise<void> => {
    await answerOpenDialog(app, outputFolder)
    await page.voicemail.getByRole('button', { name: 'Choose folder…' }).click()
  }
  await choose()
  await page.voicemail.getByRole('button', { name: 'Import 1 message' }).click()
  await expect(page.voicemail.getByRole('heading', { name: '1 message imported' })).toBeVisible()
  const [added] = recordings().filter((name) => !before.includes(name))
  rmSync(join(dataFolder, 'audio', added!))
  await choose()
  await expect(page.voicemail.getByText('Damaged here')).toBeVisible()
  await page.voicemail.getByRole('button', { name: 'Repair 1 recording' }).click()
  await expect(page.voicemail.getByRole('heading', { name: '1 damaged recording repaired' })).toBeFocused()
  expect(recordings()).toContain(added)
})

test('a cancelled dialog changes nothing', async ({ app, window }) => {
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, null)
  await page.voicemail.getByRole('button', { name: 'Choose folder…' }).click()
  await expect(page.voicemail.getByRole('button', { name: 'Choose folder…' })).toBeEnabled()
  await expect(page.voicemail.getByRole('alert')).toHaveCount(0)
})

test('a folder that is no spool is not recognized, and refused with the reason when it is said to be one', async ({
  app,
  window,
  outputFolder,
}) => {
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, outputFolder)
  await page.voicemail.getByRole('button', { name: 'Choose folder…' }).click()
  await expect(page.voicemail.getByRole('status')).toContainText('looks like no voicemail')
  await page.voicemail.getByRole('combobox', { name: 'From' }).selectOption('Asterisk or FreePBX')
  await expect(page.voicemail.getByRole('alert')).toContainText('could not be read')
  await expectAccessible(window)
})

// Would catch: times that nobody gave, which go into archives as if they were known; and an import that is lost from sight
// with its Cancel, because a field was touched.
test('what is guessed of a CSV is counted, and its columns stay as they are while it is imported', async ({
  app,
  window,
  outputFolder,
}) => {
  const count = 1500
  const rows = Array.from({ length: count }, (_, index) => `1042,+12125550134,soon,${index}.wav`)
  writeFileSync(join(outputFolder, 'messages.csv'), `Mailbox,From,Came,File\n${rows.join('\n')}\n`)
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(outputFolder, `${index}.wav`), wavOf({ tag: 1, seconds: 0.1 + index / 8000, fill: 1 }))
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, outputFolder)
  await page.voicemail.getByRole('button', { name: 'Choose folder…' }).click()
  await expect(page.voicemail.getByText('Guesses')).toBeVisible()
  await page.voicemail.getByRole('button', { name: 'Import 1,500 messages' }).click()
  await expect(page.voicemail.getByText(/^\d[\d,]* of 1,500/)).toBeVisible()
  await expect(page.voicemail.getByRole('combobox', { name: 'Caller name' })).toBeDisabled()
  await expect(page.voicemail.getByRole('heading', { name: '1,500 messages imported' })).toBeVisible({
    timeout: 60_000,
  })
})

// Would catch: a file that has to be chosen and mapped once more, because one looked something up on another page.
test('a file that was chosen and mapped is still there after another page, as it is by then', async ({
  app,
  window,
  outputFolder,
}) => {
  const file = join(outputFolder, 'staff.csv')
  writeFileSync(file, staff)
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, file)
  await page.users.getByRole('button', { name: 'Choose CSV file…' }).click()
  await page.column('Department').selectOption('Bereich')
  await expect(page.users.getByRole('table', { name: 'First rows' })).toContainText('Support')
  await new UsersPage(window).open()
  writeFileSync(file, `${staff}mia.gray,Mia,Gray,4003,Sales\n`)
  await page.open()
  await expect(page.column('Department')).toHaveValue('Bereich')
  await page.users.getByRole('button', { name: 'Import 3 valid rows only' }).click()
  await expect(page.users.getByRole('heading', { name: '3 users imported' })).toBeVisible()
  await new UsersPage(window).open()
  await page.open()
  await expect(page.users.getByRole('heading', { name: '3 users imported' })).toBeVisible()
  await expect(page.users.getByRole('button', { name: 'Choose CSV file…' })).toBeVisible()
})

// Would catch: a folder of voicemail that has to be chosen and answered for once more.
test('voicemail that was looked at is still there after another page', async ({ app, window, outputFolder }) => {
  writeFileSync(
    join(outputFolder, 'messages.csv'),
    'Mailbox,From,Came,File\n1042,+12125550134,2026-05-04T10:00:00Z,a.wav\n',
  )
  writeFileSync(join(outputFolder, 'a.wav'), wavOf({ tag: 1, seconds: 3, fill: 1 }))
  const page = new ImportPage(window)
  await page.open()
  await answerOpenDialog(app, outputFolder)
  await page.voicemail.getByRole('button', { name: 'Choose folder…' }).click()
  const caller = page.voicemail.getByRole('combobox', { name: 'Caller name' })
  await caller.selectOption('From')
  await expect(page.voicemail.getByRole('button', { name: 'Import 1 message' })).toBeVisible()
  await new UsersPage(window).open()
  await page.open()
  await expect(caller).toHaveValue('From')
  await page.voicemail.getByRole('button', { name: 'Import 1 message' }).click()
  await expect(page.voicemail.getByRole('heading', { name: '1 message imported' })).toBeVisible()
  await new UsersPage(window).open()
  await page.open()
  await expect(page.voicemail.getByRole('heading', { name: '1 message imported' })).toBeVisible()
})
