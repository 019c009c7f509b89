import { expectAccessible } from './pages/accessible.ts'
import { ExtensionsPage } from './pages/ExtensionsPage.ts'
import { signIn, untilFront } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

test('the Settings page changes the company and its sites; a site in use says why it stays', async ({
  launched: { window },
}) => {
  await untilFront(window, 'signIn')
  await signIn(window)
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click()
  const company = window.getByRole('region', { name: 'Company' })
  await company.getByRole('button', { name: 'Change…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('Retention (months)').fill('121')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Enter a whole number from 1 to 120.')).toBeVisible()
  await expectAccessible(window)
  await dialog.getByLabel('Retention (months)').fill('6')
  await dialog.getByLabel('Idle lock (minutes)').fill('30')
  await window.keyboard.press('Enter')
  // Would catch: a sweep that takes other people's records away after one plain Save.
  const question = window.getByRole('dialog', { name: 'Shorten retention to 6 months?' })
  await expect(question).toContainText(/ of \d+ (person|people) will be deleted at the next daily sweep/)
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(dialog.getByLabel('Retention (months)')).toHaveValue('6')
  await expect(dialog.getByLabel('Idle lock (minutes)')).toBeFocused()
  await window.keyboard.press('Enter')
  await question.getByRole('button', { name: 'Shorten retention' }).click()
  await expect(company).toContainText('6 months after a person left')
  await expect(company).toContainText('After 30 minutes')

  const sites = window.getByRole('region', { name: 'Sites' })
  await sites.getByRole('button', { name: 'Add site…' }).click()
  await dialog.getByLabel('Name').fill('Tulsa')
  await dialog.getByLabel('Time zone').selectOption('America/Chicago')
  await window.keyboard.press('Enter')
  const added = sites.getByRole('row', { name: /Tulsa/ })
  await expect(added).toContainText('America/Chicago')
  await expectAccessible(window)
  await sites
    .getByRole('button', { name: /^More options/ })
    .first()
    .click()
  const refused = window.getByRole('menuitem', { name: 'Remove…', exact: true })
  await expect(refused).toBeDisabled()
  await expect(refused).toHaveAccessibleDescription(/The site still has/)
  await window.keyboard.press('Escape')
  await added.getByRole('button').click()
  await window.getByRole('menuitem', { name: 'Remove…' }).click()
  await dialog.getByRole('button', { name: 'Remove site' }).click()
  await expect(added).toHaveCount(0)
})

// Would catch: a site that is called one thing here and another in the lists that were looked at before.
test('a site that is renamed has its new name in the list of extensions', async ({ window }) => {
  const extensions = new ExtensionsPage(window)
  await extensions.open()
  await extensions.search('1042')
  await expect(extensions.row(/^1042 /)).toContainText('New York')
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click()
  const sites = window.getByRole('region', { name: 'Sites' })
  await sites.getByRole('button', { name: 'More options for New York' }).click()
  await window.getByRole('menuitem', { name: 'Change…' }).click()
  await extensions.dialog.getByLabel('Name').fill('Manhattan')
  await window.keyboard.press('Enter')
  await expect(sites.getByRole('row', { name: /^Manhattan/ })).toBeVisible()
  await extensions.open()
  await expect(extensions.row(/^1042 /)).toContainText('Manhattan')
})

// Would catch: a note of many lines that is gone because the pointer slipped off the dialog.
test('a click beside a dialog keeps it with what was typed; Escape closes it', async ({ window }) => {
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click()
  await window.getByRole('button', { name: 'Add site…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Tulsa')
  await window.mouse.click(5, 5)
  await window.mouse.click(5, 300)
  await expect(dialog.getByLabel('Name')).toHaveValue('Tulsa')
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
