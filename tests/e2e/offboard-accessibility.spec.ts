import { expectAccessible } from './pages/accessible.ts'
import { RunPage } from './pages/RunPage.ts'
import { WizardPage } from './pages/WizardPage.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// Contrast, names and roles of every step, in both themes, with choices made that show what is hidden at first.
test('every step of the wizard and its run has no finding of axe', async ({ app, window, outputFolder }) => {
  test.setTimeout(180_000)
  const wizard = new WizardPage(window)
  await expectAccessible(window)
  await window.getByRole('main').getByRole('button', { name: 'Offboard someone' }).click()
  await wizard.choosePerson('1042', 'Dana Whitfield')
  await expect(wizard.fate('Kept')).toBeVisible()
  await expectAccessible(window)
  await wizard.proceed('What to know')
  await expectAccessible(window)

  await wizard.proceed('Voicemail')
  await expect(wizard.player).toBeVisible()
  await window.getByRole('radio', { name: /^Move them/ }).check()
  await expectAccessible(window)
  await window.getByRole('radio', { name: /^Leave them/ }).check()
  await answerOpenDialog(app, outputFolder)
  await window.getByRole('button', { name: 'Choose another…' }).click()

  await wizard.proceed('Number')
  await wizard.number('+1 212 555 0142').getByRole('radio', { name: 'Park' }).check()
  await expectAccessible(window)
  await wizard.number('+1 212 555 0142').getByRole('radio', { name: 'Keep' }).check()

  await wizard.proceed('Account')
  await window.getByRole('checkbox', { name: /^Give extension 1042/ }).check()
  await window.getByRole('checkbox', { name: 'Delete the account' }).check()
  await expectAccessible(window)
  await window.getByRole('checkbox', { name: /^Give extension 1042/ }).uncheck()

  await wizard.proceed('Review')
  await window.getByRole('textbox', { name: 'Type 1042 to confirm' }).fill('1042')
  await expectAccessible(window)
  await window.getByRole('button', { name: 'Delete Dana Whitfield' }).click()
  await new RunPage(window).isDone(12)
  await expectAccessible(window)
})
