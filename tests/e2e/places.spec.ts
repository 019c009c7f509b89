import type { Locator, Page } from '@playwright/test'
import { join } from 'node:path'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { answerOpenDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

const row = (grid: Locator, index: number): Locator => grid.locator(`[data-index="${index}"]`)

async function go(window: Page, page: string): Promise<void> {
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: page }).click()
}

async function leaveAndComeBack(window: Page, page: string): Promise<void> {
  await go(window, 'Settings')
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await go(window, page)
}

// Would catch: the five hundredth call that has to be looked for again because the other page was needed for a moment.
test('the lists of Analytics, Audit and Archives are at the row where they were left', async ({
  app,
  window,
  outputFolder,
}) => {
  for (const name of ['2026-11-23 1042 Dana Whitfield', '2026-11-24 1042 Dana Whitfield']) {
    const rig = rigFor(mailbox(1), join(outputFolder, name))
    await writeBag(rig.request, rig.io)
    await answerOpenDialog(app, join(outputFolder, name))
    await ask(window, 'archives.add', {})
  }

  await go(window, 'Analytics')
  await window.getByRole('tab', { name: 'Calls' }).click()
  const calls = window.getByRole('grid', { name: 'Calls' })
  await row(calls, 0).focus()
  for (let page = 0; page < 6; page += 1) await window.keyboard.press('PageDown')
  const focused = calls.locator('[role="row"]:focus')
  await expect.poll(async () => Number(await focused.getAttribute('data-index'))).toBeGreaterThan(60)
  const left = Number(await focused.getAttribute('data-index'))
  await leaveAndComeBack(window, 'Analytics')
  await expect(row(calls, left)).toBeInViewport()
  await expect(row(calls, left)).toHaveAttribute('tabindex', '0')
  await window.getByRole('combobox', { name: 'Direction' }).click()
  await window.getByRole('option', { name: 'Incoming' }).click()
  await expect(row(calls, 0)).toHaveAttribute('tabindex', '0')

  await go(window, 'Audit')
  const entries = window.getByRole('grid', { name: 'Audit entries' })
  await row(entries, 1).focus()
  await window.getByRole('textbox', { name: 'Words' }).fill('a')
  await expect(row(entries, 0)).toHaveAttribute('tabindex', '0')
  await row(entries, 1).focus()
  await leaveAndComeBack(window, 'Audit')
  await expect(window.getByRole('textbox', { name: 'Words' })).toHaveValue('a')
  await expect(row(entries, 1)).toHaveAttribute('tabindex', '0')

  await go(window, 'Archives')
  const archives = window.getByRole('grid', { name: 'Archives' })
  await row(archives, 1).click()
  await expect(window.getByRole('button', { name: 'Verify' })).toBeVisible()
  await go(window, 'Archives')
  await expect(row(archives, 1)).toHaveAttribute('tabindex', '0')
})
