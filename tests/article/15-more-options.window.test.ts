import { RunPage } from '../e2e/pages/RunPage.ts'
import { UsersPage } from '../e2e/pages/UsersPage.ts'
import { WizardPage } from '../e2e/pages/WizardPage.ts'
import { ask } from '../e2e/support/invoke.ts'
import { expect, test } from '../e2e/support/test.ts'

test.use({ company: 'demo' })

const entries = ['Offboard…', 'Reset to Default Settings…', 'Deactivate User…', 'Activate User…', 'Delete User…']

// Rows 15 and 13: Users, More options, Deactivate User; then the active phone dials an emergency number only.
test('Gus Papadopoulos is deactivated from the menu of his row, through plan and archive', async ({ window }) => {
  const users = new UsersPage(window)
  await users.open()
  await users.search.fill('Papadopoulos')
  await window.getByRole('button', { name: 'More options for Gus Papadopoulos' }).click()
  const labels = await window.getByRole('menuitem').evaluateAll((items) => items.map((item) => item.textContent ?? ''))
  for (const [index, entry] of entries.entries()) expect(labels[index]).toContain(entry.replace('…', ''))

  await users.option('Deactivate User').click()
  const wizard = new WizardPage(window)
  await expect(wizard.steps().filter({ hasText: 'Deactivate the user' })).toBeVisible()
  await window.getByRole('button', { name: 'Deactivate Gus Papadopoulos' }).click()
  const run = new RunPage(window)
  await expect(run.steps.filter({ hasText: 'Deactivate the user' })).toContainText('Done', { timeout: 60_000 })

  const { users: found } = await ask(window, 'users.list', { filter: { search: 'gus.papadopoulos' }, limit: 1 })
  expect(found[0]).toMatchObject({ status: 'INACTIVE' })
  await users.open()
  await users.search.fill('Papadopoulos')
  await users.row('Gus Papadopoulos').click()
  const dialed = window.getByRole('textbox', { name: 'Dial check' })
  await dialed.fill('911')
  await expect(window.getByText('Can be dialed')).toBeVisible()
  await dialed.fill('1042')
  await expect(window.getByText('Cannot be dialed')).toBeVisible()
})
