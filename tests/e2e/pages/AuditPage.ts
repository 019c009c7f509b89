import type { Locator, Page } from '@playwright/test'

/** Administration and chat, each in its tab. */
export class AuditPage {
  readonly page: Page
  readonly link: Locator
  readonly entries: Locator
  readonly verification: Locator
  readonly hits: Locator
  readonly room: Locator

  constructor(page: Page) {
    this.page = page
    this.link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Audit' })
    this.entries = page.getByRole('grid', { name: 'Audit entries' })
    this.verification = page.getByRole('region', { name: 'Verification' })
    this.hits = page.getByRole('grid', { name: 'Messages found' })
    this.room = page.getByRole('complementary', { name: 'Room around the message' })
  }

  tab(name: 'Administration' | 'Chat'): Locator {
    return this.page.getByRole('tab', { name })
  }

  /** Gives the reason, which the chat asks for first. */
  async giveReason(reason: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Why is the chat read?' }).fill(reason)
    await this.page.getByRole('button', { name: 'Continue' }).click()
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Words' }).fill(words)
    await this.page.getByRole('button', { name: 'Search' }).click()
  }
}
