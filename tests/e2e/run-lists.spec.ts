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
