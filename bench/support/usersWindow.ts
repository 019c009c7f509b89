import type { Page } from '@playwright/test'
import { openElectron } from './electron.ts'

export type UsersWindow = { page: Page; close(): Promise<void> }

/** The real window on a data folder of the demo company, signed in, on the Users page with its first rows. */
export async function openUsersWindow(data: string): Promise<UsersWindow> {
  const { page, close } = await openElectron('.', ['--data', data])
  await page.getByRole('button', { name: /margaret\.osei/ }).click()
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Users' }).click()
  await page.locator('[role="grid"] [data-index="10"]').waitFor()
  return { page, close }
}
