import { execFileSync } from 'node:child_process'
import { RunPage } from './pages/RunPage.ts'
import { WizardPage } from './pages/WizardPage.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { tabTo } from './support/keyboard.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// Finds focus traps and controls that only a mouse reaches.
test('Marcus Reyes is offboarded by keyboard alone', async ({ app, window, outputFolder }) => {
  const wizard = new WizardPage(window)
  const keys = window.keyboard
  await tabTo(window, window.getByRole('main').getByRole('button', { name: 'Offboard someone' }))
  await keys.press('Enter')
  await wizard.isAt('Person')
  // Everybody's e-mail is of marlowefinch.example; those of whom it begins so come first.
  await keys.type('mar')
  await expect(window.getByRole('option').first()).toContainText(/Mar/)
  await expect(window.getByRole('option').nth(20)).toBeAttached()
  await keys.type('c')
  await expect(window.getByRole('option')).toHaveCount(1)
  await keys.press('Enter')
  await wizard.isAt('What to know')
  await keys.press('Alt+ArrowRight')

  await wizard.isAt('Voicemail')
  await tabTo(window, wizard.messages)
  await keys.press('ArrowDown')
  await expect(wizard.messages.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  await keys.press('Space')
  await expect(wizard.player.getByRole('button', { name: /^Pause/ })).toBeVisible()
  await keys.press('Space')
  await answerOpenDialog(app, outputFolder)
  await tabTo(window, window.getByRole('button', { name: 'Choose another…' }))
  await keys.press('Enter')
  await expect(window.getByText(outputFolder)).toBeVisible()
  await keys.press('Alt+ArrowRight')

  await wizard.isAt('Number')
  await tabTo(window, wizard.number('+1 212 555 0117').getByRole('radio', { name: 'Keep on the extension' }))
  await keys.press('ArrowRight')
  await tabTo(window, window.getByRole('combobox', { name: 'Extension that gets +1 212 555 0117' }))
  await keys.type('1005')
  await expect(window.getByRole('option')).toHaveText([/^1005 /])
  await keys.press('Enter')
  await expect(wizard.fate('Moved')).toContainText('+1 212 555 0117')
  await keys.press('Alt+ArrowLeft')
  await wizard.isAt('Voicemail')
  await keys.press('Alt+ArrowRight')
  await wizard.isAt('Number')
  await keys.press('Alt+ArrowRight')
  await wizard.isAt('Account')
  await keys.press('Escape')
  await keys.press('Alt+ArrowRight')

  await wizard.isAt('Review')
  await tabTo(window, window.getByRole('button', { name: 'Offboard Marcus Reyes' }))
  await keys.press('Enter')
  await new RunPage(window).isDone(5)
  const [run] = await ask(window, 'runs.list', {})
  execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run!.archive! })
  const { phoneNumbers } = await ask(window, 'users.show', {
    userId: (await ask(window, 'users.list', { filter: { search: '1005' }, limit: 1 })).users[0]!.id,
  })
  expect(phoneNumbers.map((one) => one.phoneNumber)).toContain('+12125550117')
})
