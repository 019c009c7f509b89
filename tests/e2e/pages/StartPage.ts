import type { Locator, Page } from '@playwright/test'

/** What shows as long as no company is set up. */
export class StartPage {
  readonly page: Page
  readonly demo: Locator
  readonly own: Locator
  readonly company: Locator
  readonly site: Locator
  readonly name: Locator
  readonly userName: Locator
  readonly password: Locator
  readonly again: Locator

  constructor(page: Page) {
    this.page = page
    this.demo = page.getByRole('button', { name: 'Explore the demo company' })
    this.own = page.getByRole('button', { name: 'Set up your own' })
    this.company = page.getByRole('textbox', { name: 'Company name' })
    this.site = page.getByRole('textbox', { name: 'First site' })
    this.name = page.getByRole('textbox', { name: 'Name', exact: true })
    this.userName = page.getByRole('textbox', { name: 'User name' })
    this.password = page.getByLabel(/^Password( \*)?$/)
    this.again = page.getByLabel(/^Password again/)
  }

  async fillAdministrator(password = 'three plain words'): Promise<void> {
    await this.name.fill('Ada Tinworth')
    await this.userName.fill('ada')
    await this.password.fill(password)
    await this.again.fill(password)
  }
}
