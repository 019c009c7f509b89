import type { Locator, Page } from '@playwright/test'
import type { UserId } from '../../../src/shared/ids.ts'
import { ask } from '../support/invoke.ts'
import { expect } from '../support/test.ts'

/** One person: the head, the tabs at the side, the tab that is open. */
export class UserPage {
  readonly page: Page
  readonly panel: Locator
  readonly dialed: Locator

  constructor(page: Page) {
    this.page = page
    this.panel = page.getByRole('tabpanel')
    this.dialed = page.getByRole('textbox', { name: 'Dial check' })
  }

  /** Opens the page of whoever the search finds first, deleted people too. */
  async open(search: string, status?: 'DELETED'): Promise<UserId> {
    const filter = { search, ...(status !== undefined && { status }) }
    const { users } = await ask(this.page, 'users.list', { filter, limit: 1 })
    const user = users[0]!
    await this.page.evaluate((hash) => (location.hash = hash), `#/users/${user.id}`)
    await expect(this.page.getByRole('heading', { level: 1, name: user.name })).toBeVisible()
    return user.id
  }

  async choose(tab: string): Promise<void> {
    await this.tab(tab).click()
    await expect(this.panel).toHaveAccessibleName(new RegExp(`^${tab}`))
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) })
  }

  /** How many things the tab says that it lists. */
  async count(name: string): Promise<number> {
    const text = await this.tab(name).textContent()
    return Number(/[\d,]+$/.exec(text ?? '')?.[0].replaceAll(',', ''))
  }

  list(name: string): Locator {
    return this.page.getByRole('grid', { name })
  }

  /** What stands beside a name in a list of facts. */
  fact(name: string): Locator {
    return this.page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd')
  }
}
