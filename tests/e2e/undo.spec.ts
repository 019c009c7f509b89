import { expectAccessible } from './pages/accessible.ts'
import { RunPage } from './pages/RunPage.ts'
import { ask } from './support/invoke.ts'
import { startRun, untilRun } from './support/runs.ts'
import { signIn } from './support/signIn.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// A mark "can be undone" without a way to undo it leaves the administrator to repair by hand.
test('by keyboard a step is undone after its plan was shown, and both runs say so', async ({
  app,
  window,
  outputFolder,
}) => {
  const runId = await startRun({ app, window }, '1042', outputFolder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  const run = new RunPage(window)
  const licences = run.steps.filter({ hasText: 'Remove the licenses' })
  await licences.getByRole('button', { name: /^Undo/ }).focus()
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Undo: Remove the licenses' })
  await expect(dialog).toContainText('Assigned to Dana Whitfield')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expectAccessible(window)
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(window.getByText('assigned again').first()).toBeVisible()
  await expect(licences).toContainText('Undone')
  // The button that had the focus is gone.
  await expect(window.getByRole('heading', { level: 1 })).toBeFocused()
  await expectAccessible(window)
  await licences.getByRole('link', { name: 'The run that undid it' }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Undo: Remove the licenses · Dana Whitfield')
  await expect(run.steps).toContainText('assigned again')
  await expectAccessible(window)
  await window.getByRole('link', { name: 'Open Dana Whitfield' }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Dana Whitfield')
})

test('a step that cannot be undone now says why, and one that never can has no button', async ({
  app,
  window,
  outputFolder,
}) => {
  const runId = await startRun({ app, window }, '1042', outputFolder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  const run = new RunPage(window)
  await expect(run.steps.filter({ hasText: 'Reset to default' }).getByRole('button')).toHaveCount(0)
  await run.steps.filter({ hasText: 'Block sign-in' }).getByRole('button', { name: /^Undo/ }).click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Blocked.' })).toContainText(
    'Undo the deactivation first.',
  )
  await expect(dialog.getByRole('button', { name: /^Undo/ })).toBeDisabled()
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  await ask(window, 'session.signOut', {})
  await signIn(window, 'emre.yildirim')
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  const deactivated = run.steps.filter({ hasText: 'Deactivate the user' }).getByRole('button', { name: /^Undo/ })
  await expect(deactivated).toHaveAccessibleDescription('Only a primary or secondary administrator may do this.')
})
