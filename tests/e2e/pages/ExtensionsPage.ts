import type { Locator, Page } from '@playwright/test'
import { takeOffered } from '../support/takeOffered.ts'
import { expect } from '../support/test.ts'

/** The lists of extensions and of phone numbers, an extension's own page, and the dialogs of their plans. */
export class ExtensionsPage {
  readonly page: Page
  readonly grid: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.grid = page.getByRole('grid')
    this.dialog = page.getByRole('dialog')
  }

  async open(list: 'Extensions' | 'Phone numbers' = 'Extensions'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Extensions & numbers' })
      .click()
    await this.page.getByRole('tab', { name: list }).click()
    await expect(this.page.getByRole('grid', { name: list })).toBeVisible()
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: /^Search (extensions|phone numbers)$/ }).fill(text)
  }

  row(text: string | RegExp): Locator {
    return this.grid.getByRole('row', { name: text })
  }

  /** Opens the ⋯ menu of a row and chooses. */
  async choose(row: Locator, label: string): Promise<void> {
    await row.hover()
    await row.getByRole('button', { name: /^More options for/ }).click()
    await this.option(label).click()
  }

  option(label: string): Locator {
    return this.page.getByRole('menuitem', { name: new RegExp(`^${label}`) })
  }

  /** Types into a field that searches, and takes the option. */
  async pick(field: string | RegExp, typed: string, option: string | RegExp): Promise<void> {
    await this.dialog.getByRole('combobox', { name: field }).fill(typed)
    await takeOffered(this.page, option)
  }

  /** Carries the plan of the dialog out. */
  async run(verb: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: verb }).click()
  }
}
