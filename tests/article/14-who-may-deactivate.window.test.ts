import { UsersPage } from '../e2e/pages/UsersPage.ts'
import { ask } from '../e2e/support/invoke.ts'
import { signIn } from '../e2e/support/signIn.ts'
import { expect, test } from '../e2e/support/test.ts'

test.use({ company: 'demo' })

// Row 14: only a primary or secondary administrator deactivates users; the menu says so to everybody else.
for (const [who, mayDeactivate] of [
  ['caleb.ostrander', true],
  ['emre.yildirim', false],
] as const) {
  test(`${who} ${mayDeactivate ? 'may' : 'may not'} deactivate, and the menu says why`, async ({ window }) => {
    await ask(window, 'session.signOut', {})
    await signIn(window, who)
    const users = new UsersPage(window)
    await users.open()
    await users.search.fill('Papadopoulos')
    await window.getByRole('button', { name: 'More options for Gus Papadopoulos' }).click()
    const option = users.option('Deactivate User')
    if (mayDeactivate) return expect(option).toBeEnabled()
    await expect(option).toBeDisabled()
    await expect(option).toContainText('Only a primary or secondary administrator may do this.')
  })
}
