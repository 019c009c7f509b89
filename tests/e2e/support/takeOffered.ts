import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/**
 * Takes the one that a search offers. Until its answer is there the list of before is offered, and it shrinks under a click:
 * nothing else may be offered any more.
 */
export async function takeOffered(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('option', { name }).click()
}
