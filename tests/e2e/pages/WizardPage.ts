import type { Locator, Page } from '@playwright/test'
import { takeOffered } from '../support/takeOffered.ts'
import { expect } from '../support/test.ts'

export type StepTitle = 'Person' | 'What to know' | 'Voicemail' | 'Number' | 'Account' | 'Review'

/** The wizard as a person sees it: steps, impact panel, the bar below. */
export class WizardPage {
  readonly page: Page
  readonly impact: Locator
  readonly player: Locator
  readonly messages: Locator

  constructor(page: Page) {
    this.page = page
    this.impact = page.getByRole('complementary', { name: 'Impact' })
    this.player = page.getByRole('region', { name: /^Player:/ })
    this.messages = page.getByRole('listbox', { name: /^Voicemail messages/ })
  }

  async isAt(step: StepTitle): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 2, name: step, exact: true })
    if (step === 'Person') await expect(this.page.getByRole('combobox', { name: 'Who leaves?' })).toBeFocused()
    else await expect(heading).toBeFocused()
  }

  async choosePerson(search: string, name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Who leaves?' }).fill(search)
    await takeOffered(this.page, new RegExp(name))
  }

  async proceed(to: StepTitle): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue' }).click()
    await this.isAt(to)
  }

  /** The group of choices about one phone number. */
  number(shown: string): Locator {
    return this.page.getByRole('radiogroup', { name: `What becomes of ${shown}` })
  }

  /** The effects of one fate in the impact panel. */
  fate(name: string): Locator {
    return this.impact.locator('section', { has: this.page.getByRole('heading', { name: new RegExp(`^${name}`) }) })
  }

  steps(): Locator {
    return this.page.getByRole('heading', { name: 'Steps, in this order' }).locator('xpath=..').getByRole('listitem')
  }
}
