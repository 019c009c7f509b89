import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/test.ts'

/** Totals and plots, the call history and the billing records, each in its tab, under one set of filters. */
export class AnalyticsPage {
  readonly page: Page
  readonly calls: Locator
  readonly bills: Locator
  readonly who: Locator
  readonly peer: Locator

  constructor(page: Page) {
    this.page = page
    this.calls = page.getByRole('grid', { name: 'Calls' })
    this.bills = page.getByRole('grid', { name: 'Billing records' })
    this.who = page.getByRole('combobox', { name: 'Person, extension or number' })
    this.peer = page.getByRole('combobox', { name: 'And on the other side' })
  }

  async open(tab: 'Overview' | 'Calls' | 'Billing' = 'Overview'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Analytics' }).click()
    await this.page.getByRole('tab', { name: tab }).click()
    await expect(this.page.getByRole('tabpanel', { name: tab })).toBeVisible()
  }

  plot(title: string): Locator {
    return this.page.getByRole('slider', { name: title })
  }

  /** A total at the top of the overview. */
  figure(label: string): Locator {
    return this.page.locator('dl > div', { has: this.page.getByText(label, { exact: true }) }).locator('dd')
  }

  async choose(filter: string, value: string): Promise<void> {
    await this.page.getByRole('combobox', { name: filter, exact: true }).click()
    await this.page.getByRole('option', { name: value, exact: true }).click()
  }

  /** Types what names one side, and takes the option. */
  async chooseSide(side: Locator, typed: string, option: RegExp): Promise<void> {
    await side.click()
    await side.fill(typed)
    await this.page.getByRole('option', { name: option }).click()
  }

  row(list: Locator, index: number): Locator {
    return list.locator(`[data-index="${index}"]`)
  }

  /** What the list says above its rows; the demo's calls depend on the day, so one or none is possible. */
  async counts(what: 'call' | 'billing record', count: number): Promise<void> {
    const quantity = `${count.toLocaleString('en-US')} ${count === 1 ? what : `${what}s`}`
    const said = this.page.getByText(`${quantity}, newest first`, { exact: true })
    await expect(count === 0 ? this.page.getByRole('heading', { name: `No ${what}s match` }) : said).toBeVisible()
  }
}
