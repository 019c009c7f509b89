import { appendFileSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from './pages/accessible.ts'
import { offboardDana } from './support/archive.ts'
import { answerSaveDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { startRun, untilRun } from './support/runs.ts'
import { untilReady } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

// A report without tags cannot be read by a screen reader, and one without an outline not be found through.
test('the closing report prints as a tagged PDF with an outline', async ({ launched, outputFolder }) => {
  const { app, window } = launched
  await untilReady(window)
  const runId = await startRun(launched, 'tom.okafor', outputFolder)
  expect((await untilRun(window, runId, ({ status }) => status !== 'running')).status).toBe('done')
  const target = join(outputFolder, 'report.pdf')
  await answerSaveDialog(app, target)
  expect(await ask(window, 'runs.saveReport', { runId, format: 'pdf' })).toEqual({ fileName: 'report.pdf' })
  const pdf = readFileSync(target).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toMatch(/\/StructTreeRoot/)
  expect(pdf).toMatch(/\/Outlines/)
  expect(pdf).not.toMatch(/\/JavaScript/)
  expect(app.windows()).toHaveLength(1)
})

// Would catch: a run's page that says of an archive that was lost since that it is proven.
test('a run says with its day that its archive was found damaged or missing since', async ({
  app,
  window,
  outputFolder,
}) => {
  test.setTimeout(120_000)
  const bag = await offboardDana(app, window, outputFolder)
  const runId = (await ask(window, 'runs.list', {}))[0]!.id
  const archiveId = (await ask(window, 'runs.show', { runId })).archiveId!
  await window.evaluate((hash) => (location.hash = hash), `#/runs/${runId}`)
  const card = window.getByRole('region', { name: /^Archive/ })
  await expect(card).toContainText('Archive proven: 12 voicemail messages')
  appendFileSync(join(bag, 'data', 'custody.json'), ' ')
  await ask(window, 'archives.verify', { archiveId })
  await window.reload()
  await expect(card).toContainText('Archive damaged since it was proven')
  await expect(card).toContainText(/^Archive.*12 voicemail messages.*Found damaged on \d/)
  await expectAccessible(window)
  renameSync(bag, `${bag} away`)
  await ask(window, 'archives.verify', { archiveId })
  await window.reload()
  await expect(card).toContainText('Found missing on')
  await expectAccessible(window)
  await expect(card.getByRole('link', { name: 'Open the archive' })).toBeVisible()
})
