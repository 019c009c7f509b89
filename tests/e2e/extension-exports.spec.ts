import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './pages/accessible.ts'
import { ExtensionsPage } from './pages/ExtensionsPage.ts'
import { answerSaveDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { signIn } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\r\n')

// Would catch: an export of other rows, or in another order, than the list shows.
test('both lists are exported as they are shown', async ({ app, window, outputFolder }) => {
  const page = new ExtensionsPage(window)
  await page.open()
  await window.getByRole('combobox', { name: 'State' }).click()
  await window.getByRole('option', { name: 'Free' }).click()
  await page.grid.getByRole('columnheader', { name: 'Voicemail' }).getByRole('button').click()
  const free = join(outputFolder, 'free.csv')
  await answerSaveDialog(app, free)
  await window.getByRole('button', { name: 'Export list…' }).click()
  const filter = { state: 'free' } as const
  const { total, extensions } = await ask(window, 'extensions.list', {
    filter,
    sort: 'voicemails',
    descending: true,
    limit: 200,
  })
  await expect(window.getByRole('alert')).toContainText(
    `${total} extension${total === 1 ? '' : 's'} saved to free.csv.`,
  )
  const [head, ...rows] = linesOf(free)
  expect(head).toBe(
    '\ufeffExtension,Who has it,User name,Who had it,State,Site,Phone numbers,Voicemail,Who can hear it',
  )
  expect(rows.map((row) => row.split(',')[0])).toEqual(extensions.map(({ extensionNumber }) => extensionNumber))
  expect(rows.every((row) => row.split(',')[4] === 'Free')).toBe(true)

  await page.open('Phone numbers')
  await page.search('1042')
  await expect(page.row(/Dana Whitfield/).first()).toBeVisible()
  const numbers = join(outputFolder, 'numbers.csv')
  await answerSaveDialog(app, numbers)
  await window.getByRole('button', { name: 'Export list…' }).click()
  const listed = await ask(window, 'numbers.list', { filter: { search: '1042' }, limit: 200 })
  await expect(
    window.getByRole('alert').filter({ hasText: `${listed.total} phone numbers saved to numbers.csv.` }),
  ).toBeVisible()
  expect(linesOf(numbers)).toEqual([
    '\ufeffPhone number,State,Until,Extension,Who has it,User name,Site,Country',
    ...listed.numbers.map(
      ({ phoneNumber }) => `'${phoneNumber},Assigned,,1042,Dana Whitfield,dana.whitfield,New York,US`,
    ),
  ])
  await expectAccessible(window)
})

test('whoever may not save lists sees why', async ({ window }) => {
  await ask(window, 'session.signOut', {})
  await signIn(window, 'ruth.abernathy')
  const page = new ExtensionsPage(window)
  await page.open()
  const button = window.getByRole('button', { name: 'Export list…' })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription('Only an administrator may do this.')
})
