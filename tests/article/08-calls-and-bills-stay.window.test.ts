import { AnalyticsPage } from '../e2e/pages/AnalyticsPage.ts'
import { ask } from '../e2e/support/invoke.ts'
import { startRun, untilRun } from '../e2e/support/runs.ts'
import { expect, test } from '../e2e/support/test.ts'

test.use({ company: 'demo' })

// Row 8: billing records and call history stay indefinitely in Analytics, also when the account is deleted.
test('the calls and bills of a deleted person are in the Analytics page, under the name as it was', async ({
  app,
  window,
  outputFolder,
}) => {
  const [dana] = await ask(window, 'analytics.people', { search: 'dana.whitfield', goneOnly: false })
  const { userId } = dana!
  const calls = await ask(window, 'analytics.callTotals', { filter: { who: { kind: 'person', userId } } })
  const bills = await ask(window, 'analytics.billTotals', { filter: { userId } })
  expect(calls.calls).toBeGreaterThan(100)
  expect(bills.records).toBeGreaterThan(10)
  const deletion = { choices: { delete: true }, confirm: '1042' }
  const runId = await startRun({ app, window }, 'dana.whitfield', outputFolder, deletion)
  expect((await untilRun(window, runId, ({ status }) => status === 'done' || status === 'failed')).status).toBe('done')

  const analytics = new AnalyticsPage(window)
  await analytics.open('Calls')
  await analytics.choose('Period', 'All time')
  await window.getByRole('button', { name: 'Left the company' }).click()
  await analytics.chooseSide(analytics.who, 'whitfield', /^Dana Whitfield, left$/)
  await analytics.counts('call', calls.calls)
  await expect(analytics.row(analytics.calls, 0)).toContainText(/Dana Whitfield\s*left/)
  await analytics.open('Billing')
  await analytics.counts('billing record', bills.records)
  await expect(analytics.row(analytics.bills, 0)).toContainText(/Dana Whitfield\s*left/)
})
