import type { Locator, Page } from '@playwright/test'

/** Users from CSV and voicemail of other systems, each in its card. */
export class ImportPage {
  readonly page: Page
  readonly users: Locator
  readonly voicemail: Locator

  constructor(page: Page) {
    this.page = page
    this.users = page.getByRole('region', { name: 'Users from a CSV file' })
    this.voicemail = page.getByRole('region', { name: 'Voicemail of another system' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Import' }).click()
  }

  column(label: string): Locator {
    return this.users.getByRole('combobox', { name: label })
  }

  problems(): Locator {
    return this.users.getByRole('table', { name: 'Problems' }).locator('tbody').getByRole('row')
  }
}
