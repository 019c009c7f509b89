import type { Locator, Page } from '@playwright/test'
import { takeOffered } from '../support/takeOffered.ts'
import { expect } from '../support/test.ts'

/** The voicemail of all extensions: search, filters, the grid of messages, the opened message. */
export class VoicemailPage {
  readonly page: Page
  readonly search: Locator
  readonly grid: Locator
  readonly opened: Locator
  readonly selected: Locator

  constructor(page: Page) {
    this.page = page
    this.search = page.getByRole('textbox', { name: 'Search voicemail' })
    this.grid = page.getByRole('grid', { name: 'Voicemail messages' })
    this.opened = page.getByRole('region', { name: 'Opened message' })
    this.selected = page.getByRole('region', { name: 'Selected messages' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Voicemail' }).click()
    await expect(this.at(0)).toBeVisible()
  }

  at(row: number): Locator {
    return this.grid.locator(`[data-index="${row}"]`)
  }

  /** What a column says in the rows that are drawn, from the top. */
  cells(column: string): Promise<string[]> {
    return this.grid.locator(`[data-index] > [data-column="${column}"]`).allTextContents()
  }

  /** Types into one of the filters that main searches, and takes what is found. */
  async find(filter: string, typed: string, found: RegExp): Promise<void> {
    await this.page.getByRole('combobox', { name: filter }).fill(typed)
    await takeOffered(this.page, found)
  }

  async count(messages: number): Promise<void> {
    const quantity = new RegExp(`^${messages.toLocaleString('en-US')} messages?$`)
    await expect(this.page.getByText(quantity).first()).toBeVisible()
  }
}
