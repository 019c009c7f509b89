import type { Locator, Page } from '@playwright/test'

/** The list of archives, and one archive when it is open. */
export class ArchivesPage {
  readonly page: Page
  readonly table: Locator
  readonly verification: Locator
  readonly verify: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('grid', { name: 'Archives' })
    this.verification = page.getByRole('region', { name: 'Verification' })
    this.verify = this.verification.getByRole('button', { name: 'Verify' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Archives' }).click()
  }

  row(person: string): Locator {
    return this.table.getByRole('row', { name: new RegExp(person) })
  }

  async openArchive(person: string): Promise<void> {
    await this.row(person).click()
  }

  tab(name: RegExp): Locator {
    return this.page.getByRole('tab', { name })
  }
}
