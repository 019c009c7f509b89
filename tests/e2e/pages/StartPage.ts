import type { Locator, Page } from '@playwright/test'

/** What shows as long as no company is set up. */
export class StartPage {
  readonly page: Page
  readonly demo: Locator
  readonly own: Locator
  readonly company: Locator
  readonly site: Locator

  constructor(page: Page) {
    this.page = page
    this.demo = page.getByRole('button', { name: 'Explore the demo company' })
    this.own = page.getByRole('button', { name: 'Set up your own' })
    this.company = page.getByRole('textbox', { name: 'Company name' })
    this.site = page.getByRole('textbox', { name: 'First site' })
  }
}
