import { join } from 'node:path'
import { findingsEverywhere } from '../e2e/pages/accessible.ts'
import { answerOpenDialog } from '../e2e/support/desktop.ts'
import { startRun, untilRun } from '../e2e/support/runs.ts'
import { expect, test } from '../e2e/support/test.ts'
import { settled, walkPage } from '../e2e/support/walk.ts'

test.use({ company: 'demo' })
test.setTimeout(300_000)

test('a finished run, the list of archives and an archive in every look', async ({ app, window, outputFolder }) => {
  const runId = await startRun({ app, window }, '1042', outputFolder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  const findings: string[] = []
  const look = async (state: string): Promise<void> => {
    findings.push(...(await findingsEverywhere(app, window, state)))
  }
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  await expect(window.getByRole('heading', { level: 1, name: /Dana Whitfield/ })).toBeVisible()
  await walkPage(app, window, 'Run', look)
  await window.evaluate(() => (location.hash = '#/archives'))
  const archive = window.getByRole('row', { name: /Dana Whitfield/ }).first()
  await archive.waitFor()
  await settled(window)
  await look('Archives, with one')
  // Its name is all that the dialog reads of it.
  await answerOpenDialog(app, join(outputFolder, 'archive 2026-11-23.age'))
  await window.getByRole('button', { name: 'Open sealed archive…' }).click()
  await window.getByRole('dialog', { name: 'Open sealed archive' }).waitFor()
  await settled(window)
  await look('Open sealed archive')
  await window.keyboard.press('Escape')
  await archive.click()
  await expect(window.getByRole('heading', { level: 1, name: 'Dana Whitfield' })).toBeVisible()
  await walkPage(app, window, 'Archive', look)
  expect(findings).toEqual([])
})
