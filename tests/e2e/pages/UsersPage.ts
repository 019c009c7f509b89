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
    return this.grid.locator('[data-index] > [data-column="name"] > span > :first-child').allTextContents()
  }

  /** Chooses a value of one of the filters. */
  async choose(filter: string, value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: filter }).click()
    await this.page.getByRole('option', { name: value, exact: true }).click()
  }

  at(row: number): Locator {
    return this.grid.locator(`[data-index="${row}"]`)
  }

  async count(users: number): Promise<void> {
    await expect(this.page.getByText(new RegExp(`^${users.toLocaleString('en-US')} users?$`)).first()).toBeVisible()
  }

  option(label: string): Locator {
    return this.page.getByRole('menuitem', { name: new RegExp(`^${label}`) })
  }
}
