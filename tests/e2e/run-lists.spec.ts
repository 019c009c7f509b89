import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { begunWizard } from '../support/drafts.ts'
import { expectAccessible } from './pages/accessible.ts'
import { RunPage } from './pages/RunPage.ts'
import { UserPage } from './pages/UserPage.ts'
import { ask } from './support/invoke.ts'
import { startRun, undoStep, untilRun } from './support/runs.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// A name with "Done" beside it says that somebody was offboarded, also when a step was undone.
test('the lists of runs say what each run was', async ({ app, window, outputFolder }) => {
  const runId = await startRun({ app, window }, '1042', outputFolder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  await undoStep(window, runId, 'removeLicence')
  const titles = ['Undo: Remove the licenses · Dana Whitfield', 'Offboard Dana Whitfield']
  await window.evaluate(() => (location.hash = '#/offboarding'))
  const ended = window.getByRole('region', { name: 'Ended' }).getByRole('listitem')
  await expect(ended.getByRole('link')).toHaveText(titles)
  await expect(ended.first()).toContainText('1 of 1 step done')
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  await user.choose('History')
  await expect(user.panel.getByRole('link')).toHaveText(titles)
  expect(await ask(window, 'runs.list', {})).toMatchObject(titles.map((title) => ({ title })))
})

// The newest run was taken for the offboarding: after an undo the parked number and all effects were gone from the page.
test('an undo leaves the offboarding on the page of the person', async ({ app, window, outputFolder }) => {
  const choices = { numbers: { '+12125550142': { kind: 'park' as const, until: '2030-12-31' } } }
  const runId = await startRun({ app, window }, '1042', outputFolder, { choices })
  await untilRun(window, runId, ({ status }) => status === 'done')
  await undoStep(window, runId, 'removeLicence')
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  await expect(user.panel).toContainText('Parked: rings nowhere; available afterwards · until')
  await user.choose('History')
  await expect(user.panel).toContainText('What the last offboarding made of everything')
  await expect(user.panel).toContainText('Permanently deleted')
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  await expect(window.getByRole('main')).toContainText(/(\d+) of \1 steps done, 1 undone/)
  await expect(window.getByText('Undone. Until then: ')).toHaveCount(1)
  await expect(window.getByRole('complementary', { name: 'Effects' })).toContainText('Until then: Back in the pool')
  await user.open('dana.whitfield')
  await undoStep(window, runId, 'number')
  await user.choose('Overview')
  await expect(user.panel).toContainText('Faxes and text messages')
  await expect(user.panel).not.toContainText('Parked: rings nowhere')
})

// Would catch: a run that is tried again from the list and goes to its end in silence, and a cause that is cut.
test('what is tried again from the list is watched on its page', async ({ app, window, dataFolder, outputFolder }) => {
  renameSync(join(dataFolder, 'audio'), join(dataFolder, 'audio away'))
  const runId = await startRun({ app, window }, '1042', outputFolder)
  const { error } = await untilRun(window, runId, ({ status }) => status === 'failed')
  renameSync(join(dataFolder, 'audio away'), join(dataFolder, 'audio'))
  await window.evaluate(() => (location.hash = '#/offboarding'))
  const cause = window.getByRole('region', { name: 'Failed' }).getByText(error!.message)
  await cause.hover({ force: true })
  await expect(window.getByRole('tooltip')).toContainText(error!.message)
  // Would catch: a wizard of five steps that says only at its end that it cannot be started.
  await new UserPage(window).open('dana.whitfield')
  await window.getByRole('button', { name: 'Offboard…', exact: true }).click()
  await expect(window.getByRole('heading', { level: 2, name: 'What to know' })).toBeVisible()
  await expect(window.getByRole('main')).toContainText('Dana Whitfield has no login access any more.')
  await expectAccessible(window)
  await window.getByRole('status').getByRole('link', { name: 'Offboard Dana Whitfield' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Offboard Dana Whitfield' })).toBeVisible()
  await window.evaluate(() => (location.hash = '#/offboarding'))
  await window.getByRole('button', { name: 'Try again: Offboard Dana Whitfield' }).press('Enter')
  const heading = window.getByRole('heading', { level: 1, name: 'Offboard Dana Whitfield' })
  await expect(heading).toBeFocused()
  expect(await window.evaluate(() => location.hash)).toBe(`#/runs/${runId}`)
  // Else the window asks whether it may be closed.
  await untilRun(window, runId, ({ status }) => status === 'done')
})

// A plan that never happened stood on the page as if it went on, and why the run had failed was gone.
test('a run that was given up keeps its cause, and says what did not happen', async ({
  app,
  window,
  dataFolder,
  outputFolder,
}) => {
  rmSync(join(dataFolder, 'audio'), { recursive: true })
  const runId = await startRun({ app, window }, '1042', outputFolder)
  const { error } = await untilRun(window, runId, ({ status }) => status === 'failed')
  await ask(window, 'runs.abandon', { runId })
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  const run = new RunPage(window)
  await expect(run.archive).toContainText('proven before the run was given up')
  await expect(run.steps.filter({ hasText: 'prove the archive' })).toContainText(error!.message)
  const effects = window.getByRole('complementary', { name: 'Effects' })
  await expect(effects).toContainText('What happened before the run was given up')
  await expect(effects).toContainText('Planned: Permanently deleted')
  await expect(effects.getByText('Removed')).toHaveCount(1)
})

// A fixed sentence said that the voicemail was left on the extension, whatever had become of it.
test('the voicemail of who has left is told by the run, with a way to the archive', async ({
  app,
  window,
  outputFolder,
}) => {
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  const offboard = window.getByRole('button', { name: 'Offboard…' })
  await expect(offboard).toHaveAttribute('data-variant', 'filled')
  const choices = { voicemail: { kind: 'forward' as const, extensionNumber: '1009' } }
  const runId = await startRun({ app, window }, '1042', outputFolder, { choices })
  const { archiveId } = await untilRun(window, runId, ({ status }) => status === 'done')
  await expect(offboard).toHaveAttribute('data-variant', 'default')
  await undoStep(window, runId, 'removeLicence')
  await user.choose('Voicemail')
  await expect(user.panel).toContainText('Extension 1042 was freed')
  await expect(user.panel).toContainText('Extension 1009, and the archive')
  await expect(user.panel).not.toContainText('left on it')
  await user.panel.getByRole('link', { name: 'what became of everything' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Offboard Dana Whitfield' })).toBeVisible()
  await user.open('dana.whitfield')
  await user.choose('Voicemail')
  await user.panel.getByRole('link', { name: 'Open the archive' }).click()
  await expect(window).toHaveURL(new RegExp(`#/archives/${archiveId}`))
})

// Would catch: a sentence about a page that was left, over what is done on the next one.
test('a problem of the page of runs and drafts goes with it', async ({ window, dataFolder }) => {
  await ask(window, 'drafts.create', { state: begunWizard('offboard', null) })
  await window.reload()
  const other = new Database(join(dataFolder, 'offhook.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  await window.getByRole('button', { name: /^Discard the draft/ }).click()
  const problem = window.getByRole('alert').filter({ hasText: 'The draft was not discarded' })
  await expect(problem).toBeVisible()
  other.close()
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Users' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
  await expect(problem).toHaveCount(0)
})
