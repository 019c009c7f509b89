import { choices } from '../../src/shared/offboarding/choices.ts'
import { WizardPage } from '../e2e/pages/WizardPage.ts'
import { ask } from '../e2e/support/invoke.ts'
import { expect, test } from '../e2e/support/test.ts'

test.use({ company: 'demo' })

// Row 1: things to consider come first, and the impact panel lists every effect before anything happens.
test('the wizard shows every effect of the plan before anything happens', async ({ window }) => {
  const { users } = await ask(window, 'users.list', { filter: { search: 'dana.whitfield' }, limit: 1 })
  const request = { kind: 'person' as const, userId: users[0]!.id, choices: choices.parse({}) }
  const { effects } = await ask(window, 'offboarding.plan', request)
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  await wizard.isAt('What to know')
  const shown = wizard.impact.locator('section').getByRole('listitem')
  expect(effects.length).toBeGreaterThan(8)
  await expect(shown).toHaveCount(effects.length)
  for (const { count, label } of effects) {
    const one = shown.filter({ hasText: label }).filter({ hasText: count.toLocaleString('en-US') })
    await expect(one.first()).toBeAttached()
  }
  const [after] = (await ask(window, 'users.list', { filter: { search: 'dana.whitfield' }, limit: 1 })).users
  expect(after).toEqual(users[0])
  expect(await ask(window, 'runs.list', {})).toEqual([])
})
