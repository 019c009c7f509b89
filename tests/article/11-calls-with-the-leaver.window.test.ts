import { AnalyticsPage } from '../e2e/pages/AnalyticsPage.ts'
import { UserPage } from '../e2e/pages/UserPage.ts'
import { ask } from '../e2e/support/invoke.ts'
import { startRun, untilRun } from '../e2e/support/runs.ts'
import { expect, test } from '../e2e/support/test.ts'

test.use({ company: 'demo' })

// Row 11: the leaver's data goes from the PBX, and other users still see the call history from the leaver.
test('a peer’s page, and Analytics from there, show the calls with a deleted person unchanged', async ({
  app,
  window,
  outputFolder,
}) => {
  const [dana] = await ask(window, 'analytics.people', { search: 'dana.whitfield', goneOnly: false })
  const who = { kind: 'person', userId: dana!.userId } as const
  const internal = { filter: { who, direction: 'internal' }, skip: 0, limit: 1 } as const
  const { caller, callee } = (await ask(window, 'analytics.calls', internal)).calls[0]!
  const peer = caller.userId === who.userId ? callee : caller
  const user = new UserPage(window)
  const analytics = new AnalyticsPage(window)
  const withDana = window.getByRole('grid', { name: 'Calls' }).getByRole('row').filter({ hasText: 'Dana Whitfield' })
  const shown = async (): Promise<string[]> => {
    await user.open(peer.name)
    await user.choose('Calls')
    await expect(user.panel).toContainText('calls')
    await window.getByRole('link', { name: 'Open in Analytics' }).click()
    await analytics.chooseSide(analytics.peer, 'whitfield', /^Dana Whitfield/)
    await expect(withDana.first()).toBeVisible()
    return withDana.allInnerTexts()
  }
  const before = await shown()
  expect(before.length).toBeGreaterThan(0)
  const deletion = { choices: { delete: true }, confirm: '1042' }
  const runId = await startRun({ app, window }, 'dana.whitfield', outputFolder, deletion)
  expect((await untilRun(window, runId, ({ status }) => status === 'done' || status === 'failed')).status).toBe('done')

  const after = await shown()
  expect(after.every((text) => text.includes('left'))).toBe(true)
  // Beside the mark that the person has left since, every call stands as it stood.
  const unmarked = (text: string): string => text.replaceAll(/\s*\bleft\b\s*/g, ' ').replaceAll(/\s+/g, ' ')
  expect(after.map(unmarked)).toEqual(before.map(unmarked))
})
