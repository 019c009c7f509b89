import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { begunWizard } from '../support/drafts.ts'
import { expectAccessible } from './pages/accessible.ts'
import { RunPage } from './pages/RunPage.ts'
import { WizardPage } from './pages/WizardPage.ts'
import { answerOpenDialog, answerSaveDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { signIn, untilFront } from './support/signIn.ts'
import { takeOffered } from './support/takeOffered.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// The whole job as the article has it, and nothing believed that the files and the phone system do not say themselves.
test('Dana Whitfield is offboarded by mouse, and her archive holds without Offhook', async ({
  app,
  window,
  outputFolder,
}) => {
  const wizard = new WizardPage(window)
  await window.getByRole('main').getByRole('button', { name: 'Offboard someone' }).click()
  await wizard.choosePerson('1042', 'Dana Whitfield')
  await wizard.proceed('What to know')
  await expect(window.getByText('12 voicemail messages, 4 not heard')).toBeVisible()

  await wizard.proceed('Voicemail')
  await expect(wizard.messages.getByRole('option')).not.toHaveCount(0)
  await wizard.messages.getByRole('option').nth(2).click()
  await wizard.player.getByRole('button', { name: /^Play message/ }).click()
  await expect(wizard.player.getByText(/^0:0[1-9] \//)).toBeVisible()
  await answerOpenDialog(app, outputFolder)
  await window.getByRole('button', { name: 'Choose another…' }).click()
  await expect(window.getByText(outputFolder)).toBeVisible()
  // Would catch: a folder for one person's archive that all later archives go to.
  expect((await ask(window, 'folders.archive', {})).path).not.toBe(outputFolder)

  await wizard.proceed('Number')
  await wizard.number('+1 212 555 0142').getByRole('radio', { name: 'Reassign' }).check()
  await window.getByRole('button', { name: 'Continue' }).click()
  await expect(window.getByRole('alert').filter({ hasText: 'Choose the extension that gets' })).toBeVisible()
  // What was begun is there again, and said to be no part of the plan yet.
  await window.getByRole('button', { name: 'Back' }).click()
  await expect(window.getByRole('heading', { name: 'Voicemail' })).toBeVisible()
  await expect(window.getByRole('complementary', { name: 'Impact' })).toContainText('Not decided yet')
  await wizard.proceed('Number')
  await expect(wizard.number('+1 212 555 0142').getByRole('radio', { name: 'Reassign' })).toBeChecked()
  await window.getByRole('combobox', { name: 'Extension that gets +1 212 555 0142' }).fill('1005')
  await takeOffered(window, /^1005 /)
  await expect(wizard.fate('Moved')).toContainText('+1 212 555 0142')

  await wizard.proceed('Account')
  await wizard.proceed('Review')
  await expect(wizard.steps().first()).toContainText('Block sign-in')
  await expect(wizard.steps().nth(1)).toContainText('Nothing below this line runs before the archive is proven.')
  await window.getByRole('button', { name: 'Offboard Dana Whitfield' }).click()

  await new RunPage(window).isDone(12)
  const [run] = await ask(window, 'runs.list', {})
  const bag = run!.archive!
  expect(dirname(bag)).toBe(outputFolder)
  execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: bag })
  expect(readdirSync(join(bag, 'data', 'voicemail')).filter((name) => /\.(wav|mp3|ogg|gsm)$/.test(name))).toHaveLength(
    12,
  )
  const manifest = createHash('sha256')
    .update(readFileSync(join(bag, 'manifest-sha256.txt')))
    .digest('hex')
  await expect(window.getByText(`${manifest.slice(0, 16)}…`)).toBeVisible()

  const { users } = await ask(window, 'users.list', { filter: { search: 'dana.whitfield' }, limit: 1 })
  expect(users[0]).toMatchObject({ status: 'INACTIVE', extension: null })
  const report = join(outputFolder, 'report.html')
  await answerSaveDialog(app, report)
  await window.getByRole('button', { name: 'Save report as HTML' }).click()
  await expect.poll(() => existsSync(report)).toBe(true)
  expect(readFileSync(report, 'utf8')).toContain('Dana Whitfield')
})

// Would catch: a reason that is true no longer, beside the folder that was chosen because of it.
test('why a run did not start goes when another folder is chosen', async ({ app, window, outputFolder }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('main').getByRole('button', { name: 'Offboard someone' }).click()
  await wizard.choosePerson('1042', 'Dana Whitfield')
  for (const step of ['What to know', 'Voicemail', 'Number', 'Account', 'Review'] as const) await wizard.proceed(step)
  const gone = join(outputFolder, 'gone')
  mkdirSync(gone)
  await answerOpenDialog(app, gone)
  await window.getByRole('button', { name: 'Choose another…' }).click()
  await expect(window.getByText(gone)).toBeVisible()
  rmdirSync(gone)
  writeFileSync(gone, 'a file')
  await window.getByRole('button', { name: 'Offboard Dana Whitfield' }).click()
  const problem = window.getByRole('alert').filter({ hasText: 'The run did not start' })
  await expect(problem).toBeVisible()
  await answerOpenDialog(app, outputFolder)
  await window.getByRole('button', { name: 'Choose another…' }).click()
  await expect(problem).toHaveCount(0)
})

// A plan that was reviewed must not run when a voicemail came or went in between.
test('a person who changed after the review stops the start, and the difference is shown', async ({
  window,
  dataFolder,
}) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number', 'Account', 'Review'] as const) await wizard.proceed(step)
  await expect(wizard.impact).toContainText('4 of 12 voicemail messages')
  removeOneVoicemail(dataFolder, '1042')
  await window.getByRole('button', { name: 'Offboard Dana Whitfield' }).click()

  const alert = window.getByRole('alert').filter({ hasText: 'Nothing was done' })
  await expect(alert.getByRole('row', { name: /^Voicemail messages/ })).toContainText(/12 .*11 /)
  expect(await ask(window, 'runs.list', {})).toEqual([])
  await expect(wizard.impact).toContainText('of 11 voicemail messages')
})

// Would catch: a second draft of the same person, which nobody wanted and somebody has to discard.
test('a double click begins one offboarding', async ({ window, dataFolder }) => {
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).dblclick()
  await new WizardPage(window).isAt('What to know')
  const db = new Database(join(dataFolder, 'offhook.sqlite'), { readonly: true })
  expect(db.prepare('SELECT count(*) FROM draft').pluck().get()).toBe(1)
  db.close()
})

// Would catch: a draft for every look into the wizard, all of which somebody has to discard.
test('a wizard that is closed before anything was chosen leaves no draft', async ({ window }) => {
  const wizard = new WizardPage(window)
  const close = window.getByRole('button', { name: /^Close the wizard/ })
  const drafts = window.getByRole('region', { name: 'Drafts' })
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  await wizard.isAt('What to know')
  await expect(close).toHaveAccessibleName('Close the wizard')
  await expect(window.getByText('Saved as a draft')).toHaveCount(0)
  await close.click()
  await expect(window.getByRole('button', { name: 'Offboard Dana Whitfield…' })).toBeVisible()
  await expect(drafts).toHaveCount(0)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  await wizard.proceed('Voicemail')
  await expect(window.getByText('Saved as a draft')).toBeVisible()
  await close.click()
  await expect(drafts).toContainText('Dana Whitfield')
})

// A crash or a closed window must not cost the choices that were made.
test('a draft that was closed goes on where it was', async ({ window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number'] as const) await wizard.proceed(step)
  await wizard.number('+1 212 555 0142').getByRole('radio', { name: 'Release' }).check()
  // Beside the choice stands the line of the plan, and no other.
  const removed = wizard.fate('Removed').getByRole('listitem').filter({ hasText: '+1 212 555 0142' })
  await expect(removed).toContainText('Given back to the carrier; can be reclaimed')
  const line = (await removed.innerText()).split('\n').at(-1)!
  await expect(wizard.number('+1 212 555 0142')).toContainText(line)
  await window.getByRole('button', { name: /^Close the wizard/ }).click()
  await window.getByRole('button', { name: 'Resume the draft: Dana Whitfield' }).click()
  await wizard.isAt('Number')
  await expect(wizard.number('+1 212 555 0142').getByRole('radio', { name: 'Release' })).toBeChecked()
})

// Would catch: an offboarding that cannot be begun because a reset was, or that goes on with choices of long ago.
test('who leaves soon is resumed at the newest offboarding, not at another plan', async ({ window }) => {
  const { users } = await ask(window, 'users.list', { filter: { search: '1042' }, limit: 1 })
  const dana = users[0]!.id
  const old = await ask(window, 'drafts.create', { state: begunWizard('offboard', dana) })
  await window.waitForTimeout(5)
  const newest = await ask(window, 'drafts.create', { state: begunWizard('offboard', dana) })
  await window.waitForTimeout(5)
  const reset = await ask(window, 'drafts.create', { state: begunWizard('reset', dana) })
  await window.reload()
  await window.getByRole('button', { name: 'Resume the draft for Dana Whitfield' }).click()
  await new WizardPage(window).isAt('What to know')
  expect(window.url()).toContain(newest.draftId)

  for (const { draftId } of [old, newest]) await ask(window, 'drafts.discard', { draftId })
  await window.getByRole('button', { name: /^Close the wizard/ }).click()
  await window.reload()
  await expect(window.getByRole('button', { name: 'Resume the draft: Dana Whitfield' })).toBeVisible()
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  await new WizardPage(window).isAt('What to know')
  expect(window.url()).not.toContain(reset.draftId)
})

// Would catch: a name that was typed and is gone, with its check mark, after a look at the step before.
test('a new profile that is not whole is still there after a look back, and still waited for', async ({ window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number', 'Account'] as const) await wizard.proceed(step)
  await window.getByRole('checkbox', { name: 'Give extension 1042 to a new person' }).check()
  await window.getByRole('textbox', { name: 'First name' }).fill('Nora')
  await window.getByRole('button', { name: 'Back' }).click()
  await wizard.isAt('Number')
  await wizard.proceed('Account')
  await expect(window.getByRole('textbox', { name: 'First name' })).toHaveValue('Nora')
  await window.getByRole('button', { name: 'Continue' }).click()
  await expect(window.getByRole('alert').filter({ hasText: 'Complete the new profile' })).toBeVisible()
  const lastName = window.getByRole('textbox', { name: 'Last name' })
  await expect(lastName).toBeFocused()
  await expect(lastName).toHaveAccessibleDescription('1 to 128 characters')
  await window.getByRole('checkbox', { name: 'Give extension 1042 to a new person' }).uncheck()
  await wizard.proceed('Review')
})

// Would catch: half a number that was typed and is gone, with the plan none the wiser, after a look at another page.
test('an outside number that is not whole is still there after another page', async ({ window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number'] as const) await wizard.proceed(step)
  await window.getByRole('radio', { name: 'Forward to an outside number' }).check()
  const outside = window.getByRole('textbox', { name: 'Outside number' })
  await outside.fill('212 555')
  await window.getByRole('button', { name: /^Close the wizard/ }).click()
  await window.getByRole('button', { name: 'Resume the draft: Dana Whitfield' }).click()
  await wizard.isAt('Number')
  await expect(outside).toHaveValue('212 555')
  await window.getByRole('radio', { name: 'Leave as they are' }).check()
  await window.getByRole('radio', { name: 'Forward to an outside number' }).check()
  await expect(outside).toHaveValue('')
})

// Would catch: a sentence beside Continue that leaves one to find the field that it means.
test('Continue leads to the extension or the day that is still missing', async ({ window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  await wizard.proceed('Voicemail')
  await window.getByRole('radio', { name: 'Move them to another extension' }).check()
  const target = window.getByRole('combobox', { name: 'Extension that gets the voicemails' })
  await expect(target).not.toHaveAttribute('aria-invalid')
  await window.getByRole('button', { name: 'Continue' }).click()
  await expect(target).toBeFocused()
  await expect(target).toHaveAttribute('aria-invalid', 'true')
  await expect(target).toHaveAccessibleDescription('Choose the extension that gets the voicemails.')
  // Would catch: a list that opens over the sentence.
  await expect(target).toHaveAttribute('aria-expanded', 'false')
  await window.keyboard.press('ArrowDown')
  await expect(target).toHaveAttribute('aria-expanded', 'true')
  await window.getByRole('radio', { name: 'Leave them on the extension' }).check()
  await wizard.proceed('Number')
  await window.getByRole('radio', { name: 'Park' }).first().check()
  await window.getByRole('button', { name: 'Continue' }).click()
  const day = window.getByLabel(/is parked until/)
  await expect(day).toBeFocused()
  await expect(day).toHaveAccessibleDescription(/^Choose the day until which/)
  // A day that is over is none: the plan would not run, and the step had its check mark.
  await day.fill('2020-01-01')
  await window.getByRole('button', { name: 'Continue' }).click()
  await expect(day).toBeFocused()
  await expect(day).toHaveAccessibleDescription(/can be parked until .* or a later day/)
  await day.fill('2099-01-01')
  await wizard.proceed('Account')
})

// Would catch: a choice that does nothing for who is active, and keeps the whole plan from running.
test('who is active cannot be activated, and the step says why', async ({ window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number', 'Account'] as const) await wizard.proceed(step)
  const activate = window.getByRole('radio', { name: 'Activate', exact: true })
  await expect(activate).toBeDisabled()
  await expect(activate).toHaveAccessibleDescription('Dana Whitfield is active: there is nothing to activate.')
  await expect(window.getByRole('radio', { name: 'Leave unchanged' })).toBeEnabled()
})

// Would catch: a step that is said to be undone where it is chosen, and cannot be undone in the review.
test('the account step says of each choice what the review says: what can be undone beside the rest', async ({
  window,
}) => {
  const wizard = new WizardPage(window)
  const mark = async (shown: string, label: string): Promise<void> => {
    const decision = window.getByRole('checkbox', { name: label }).or(window.getByRole('radiogroup', { name: label }))
    await expect(decision.locator('xpath=ancestor-or-self::*[contains(., "undone")][1]')).toContainText(shown)
  }
  const [can, cannot] = ['Can be undone', 'Cannot be undone']
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number', 'Account'] as const) await wizard.proceed(step)
  await mark(cannot, 'Leave ring groups and call queues')
  for (const label of ['Block sign-in', 'Remove the licenses', 'Status of the user']) await mark(can, label)
  await wizard.proceed('Review')
  await expect(wizard.steps().filter({ hasText: 'Leave ring groups' })).toContainText(cannot)
  await window.getByRole('button', { name: 'Back' }).click()
  await window.getByRole('checkbox', { name: 'Reset to default settings' }).uncheck()
  await mark(can, 'Leave ring groups and call queues')
  await window.getByRole('checkbox', { name: 'Delete the account' }).check()
  for (const label of ['Block sign-in', 'Leave ring groups', 'Remove the licenses', 'Status of the user'])
    await mark(cannot, label)
  await expect(window.getByText('The user can be activated again.')).toHaveCount(0)
})

// Would catch: choices that may not be made, without a reason, and a blocker whose only way out is somebody else.
test('whoever may not deactivate or delete is told so where it is chosen', async ({ window }) => {
  await ask(window, 'session.signOut', {})
  await untilFront(window, 'signIn')
  await signIn(window, 'emre.yildirim')
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number', 'Account'] as const) await wizard.proceed(step)
  const remedy = window.getByText('or leave this step out of it')
  await expect(remedy.first()).toBeVisible()
  for (const name of ['Deactivate', 'Activate']) {
    const choice = window.getByRole('radio', { name, exact: true })
    await expect(choice).toBeDisabled()
    await expect(choice).toHaveAccessibleDescription('Only a primary or secondary administrator may do this.')
  }
  await expect(window.getByRole('checkbox', { name: 'Delete the account' })).toBeDisabled()
  await expectAccessible(window)
  await window.getByRole('radio', { name: 'Leave unchanged' }).check()
  await expect(remedy).toHaveCount(0)
})

// Would catch: a step that is opened again and no longer knows whose extension was chosen.
test('the extension that was chosen keeps its name over a look at another step', async ({ window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  await wizard.proceed('Voicemail')
  await window.getByRole('radio', { name: 'Move them to another extension' }).check()
  const target = window.getByRole('combobox', { name: 'Extension that gets the voicemails' })
  await target.fill('Kofi')
  await window.getByRole('option', { name: /^2027 Kofi/ }).click()
  await wizard.proceed('Number')
  await window.getByRole('button', { name: 'Back' }).click()
  await expect(target).toHaveValue(/^2027 Kofi/)
})

// Deleting is the one thing that must not happen by a click alone.
test('a deletion waits for the extension to be typed', async ({ window }) => {
  const wizard = new WizardPage(window)
  await window.getByRole('button', { name: 'Offboard Dana Whitfield…' }).click()
  for (const step of ['Voicemail', 'Number', 'Account'] as const) await wizard.proceed(step)
  await window.getByRole('checkbox', { name: 'Delete the account' }).check()
  await wizard.proceed('Review')
  const start = window.getByRole('button', { name: 'Delete Dana Whitfield' })
  await expect(start).toBeDisabled()
  await window.getByRole('textbox', { name: 'Type 1042 to confirm' }).fill('1024')
  await expect(start).toBeDisabled()
  await window.getByRole('textbox', { name: 'Type 1042 to confirm' }).fill('1042')
  await expect(start).toBeEnabled()
})

function removeOneVoicemail(dataFolder: string, extension: string): void {
  const db = new Database(join(dataFolder, 'offhook.sqlite'))
  db.prepare(
    `DELETE FROM voicemail_message WHERE id = (
      SELECT voicemail_message.id FROM voicemail_message JOIN extension ON extension.id = extension_id
      WHERE extension_number = ? LIMIT 1)`,
  ).run(extension)
  db.close()
}
