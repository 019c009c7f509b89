import { ExtensionsPage } from './pages/ExtensionsPage.ts'
import { expectAccessible } from './pages/accessible.ts'
import { ask } from './support/invoke.ts'
import { signIn } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

test('a number is parked and reclaimed by keyboard alone, from the list of numbers', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open('Phone numbers')
  await window.keyboard.press('/')
  await window.keyboard.type('1009')
  await expect(page.row(/1009/)).toHaveCount(1)
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Shift+F10')
  await expect(page.option('Park')).toBeVisible()
  await page.option('Park').focus()
  await window.keyboard.press('Enter')
  await expect(page.dialog.getByLabel('Parked until')).toBeFocused()
  await page.dialog.getByLabel('Parked until').fill('2099-01-31')
  await expect(page.dialog.getByRole('button', { name: /^Park \+1/ })).toBeEnabled()
  await window.keyboard.press('Enter')
  await expect(page.dialog).toBeHidden()
  const { numbers } = await ask(window, 'numbers.list', { filter: { state: 'parked' }, limit: 100 })
  const parked = numbers.find(({ until }) => until === '2099-01-31')
  expect(parked).toMatchObject({ extension: null, state: 'parked' })

  await page.search(parked!.phoneNumber)
  await page.choose(page.row(/Parked/), 'Reclaim')
  await page.pick('Extension that gets it', '1009', /^1009 /)
  await page.run(/^Reclaim .* for extension 1009$/)
  await expect(page.dialog).toBeHidden()
  await expect(page.row(/Assigned .*1009/)).toBeVisible()
})

test('a plan that cannot run says why, and its button stays closed', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open('Phone numbers')
  await page.search('1009')
  await page.choose(page.row(/1009/), 'Reassign')
  await page.pick(/^Extension that gets/, '99999', /99999/)
  await expect(page.dialog.getByText(/there is no such extension/)).toBeVisible()
  await expect(page.dialog.getByRole('button', { name: /^Reassign/ })).toBeDisabled()
  await window.keyboard.press('Escape')
  await expect(page.dialog).toBeHidden()
})

test('an extension has a page with its numbers, its voicemail and who had it', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open()
  await page.search('1042')
  await page.row(/^1042 /).click()
  await expect(window.getByRole('heading', { name: 'Extension 1042' })).toBeVisible()
  await expect(window.getByRole('region', { name: /Who has and had it/ }).getByText('Dana Whitfield')).toBeVisible()
  await expectAccessible(window)
  await window.getByRole('tab', { name: /^Voicemail/ }).click()
  await expect(window.getByRole('listbox')).toBeVisible()
})

// Would catch: a profile that is gone with one press of Escape.
test('a new profile that was begun outlives Escape and the cross, and goes by a button alone', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open()
  const { extensions } = await ask(window, 'extensions.list', { filter: { state: 'free' }, limit: 1 })
  const free = extensions[0]!.extensionNumber
  await page.search(free)
  const row = page.row(new RegExp(`^${free} `))
  await page.choose(row, 'Give a new profile')
  await window.keyboard.press('Escape')
  await expect(page.dialog).toBeHidden()
  await page.choose(row, 'Give a new profile')
  const name = page.dialog.getByRole('textbox', { name: 'First name' })
  await name.fill('Nora')
  await window.keyboard.press('Escape')
  await expect(page.dialog.getByRole('alert')).toHaveText('What was changed is not saved. Finish it, or discard it.')
  await page.dialog.getByRole('button', { name: 'Close' }).click()
  await expect(name).toHaveValue('Nora')
  await expectAccessible(window)
  await page.dialog.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.dialog).toBeHidden()
  await page.choose(row, 'Give a new profile')
  await expect(name).toHaveValue('')
})

// Would catch: a click that selects where nothing can be selected, and so does nothing.
test('a click with Shift opens a row where rows are not selected', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open('Extensions')
  await page.row(/1042/).click({ modifiers: ['Shift'] })
  await expect(window.getByRole('heading', { level: 1, name: 'Extension 1042' })).toBeVisible()
})

test('axe finds nothing in the lists and in a dialog', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open()
  await expectAccessible(window)
  await page.open('Phone numbers')
  await expectAccessible(window)
  await page.search('1009')
  await page.choose(page.row(/1009/), 'Release')
  await expect(page.dialog.getByRole('button', { name: /^Release \+1/ })).toBeEnabled()
  await expectAccessible(window)
})

test('a viewer sees everything, and at each change why not', async ({ window }) => {
  await ask(window, 'session.signOut', {})
  await signIn(window, 'ruth.abernathy')
  const page = new ExtensionsPage(window)
  await page.open()
  await page.search('1042')
  const row = page.row(/^1042 /)
  await row.hover()
  await row.getByRole('button', { name: /^More options for/ }).click()
  await expect(page.option('Reassign number')).toBeDisabled()
  await expect(page.option('Reassign number')).toContainText('Only an administrator')
  await expect(page.option('Open user')).toBeEnabled()
})

// Would catch: a field that writes the label of what is chosen over what is being typed, so that it cannot be changed.
test('another extension is chosen by typing over the one that is chosen', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open('Phone numbers')
  await page.search('1005')
  await page.choose(page.row(/1005/), 'Reassign')
  await page.pick(/^Extension that gets/, '1009', /^1009 /)
  const field = page.dialog.getByRole('combobox', { name: /^Extension that gets/ })
  await expect(field).toHaveValue(/^1009 Zoë/)
  await field.click()
  await window.keyboard.press('Control+A')
  await window.keyboard.type('Kofi', { delay: 60 })
  await expect(window.getByRole('option')).toHaveText([/Kofi/])
  await expect(field).toHaveValue('Kofi')
  // Until it is known that nobody else matches, Enter takes nobody.
  await expect(async () => {
    await window.keyboard.press('Enter')
    await expect(field).toHaveValue('2027 Kofi Asante', { timeout: 200 })
  }).toPass()
  await expect(page.dialog.getByRole('button', { name: /^Reassign/ })).toBeEnabled()
})

// Would catch: a number that goes to the extension that was chosen before, while another is being typed.
test('Enter in the midst of typing carries nothing out', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open('Phone numbers')
  await page.search('1005')
  await page.choose(page.row(/1005/), 'Reassign')
  await page.pick(/^Extension that gets/, '1009', /^1009 /)
  const confirm = page.dialog.getByRole('button', { name: /^Reassign .* to extension 1009$/ })
  await expect(confirm).toBeEnabled()
  await page.dialog.getByRole('combobox', { name: /^Extension that gets/ }).fill('no such name')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Enter')
  await expect(confirm).toBeEnabled()
  expect(await ask(window, 'runs.list', {})).toEqual([])
})

// Would catch: the extension that the number is on, offered as one that could get it.
test('the extension itself is not among those that can get its number', async ({ window }) => {
  const page = new ExtensionsPage(window)
  await page.open('Phone numbers')
  await page.search('1005')
  await page.choose(page.row(/1005/), 'Reassign')
  await page.dialog.getByRole('combobox', { name: /^Extension that gets/ }).fill('1005')
  await expect(window.getByRole('option')).toHaveText(['No extension matches.'])
})
