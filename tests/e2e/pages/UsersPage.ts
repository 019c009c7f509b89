import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/test.ts'

/** The directory: search, filters, the grid of people. */
export class UsersPage {
  readonly page: Page
  readonly search: Locator
  readonly grid: Locator

  constructor(page: Page) {
    this.page = page
    this.search = page.getByRole('textbox', { name: 'Search users' })
    this.grid = page.getByRole('grid', { name: 'Users' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Users' }).click()
    await expect(this.grid).toBeVisible()
  }

  row(name: string): Locator {
    return this.grid.getByRole('row', { name: new RegExp(name) })
  }

  /** The names that are drawn, from the top. */
  names(): Promise<string[]> {
    return this.grid
      .locator('[role="row"][data-index] > [role="gridcell"]:first-child > :first-child')
      .allTextContents()
  }

  async count(users: number): Promise<void> {
    await expect(this.page.getByText(new RegExp(`^${users.toLocaleString('en-US')} users?$`)).first()).toBeVisible()
  }

  option(label: string): Locator {
    return this.page.getByRole('menuitem', { name: new RegExp(`^${label}`) })
  }
}
