import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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
