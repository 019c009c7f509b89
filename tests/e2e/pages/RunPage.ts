import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/test.ts'

/** One run: its archive, its steps, what can be done with it. */
export class RunPage {
  readonly page: Page
  readonly archive: Locator
  readonly steps: Locator

  constructor(page: Page) {
    this.page = page
    this.archive = page.getByRole('region', { name: /^Archive/ })
    this.steps = page.getByRole('region', { name: 'Steps' }).getByRole('listitem')
  }

  async isDone(messages: number): Promise<void> {
    await expect(
      this.page.getByRole('heading', {
        name: new RegExp(`^Archive proven: ${messages.toLocaleString('en-US')} voicemail`),
      }),
    ).toBeVisible({
      timeout: 60_000,
    })
    await expect(this.page.getByRole('button', { name: 'Save report as PDF' })).toBeVisible({ timeout: 60_000 })
    for (const step of await this.steps.all()) await expect(step).toContainText('Done')
  }
}
