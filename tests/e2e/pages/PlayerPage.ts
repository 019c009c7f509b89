import type { Locator, Page } from '@playwright/test'
import { ask } from '../support/invoke.ts'
import { expect } from '../support/test.ts'

/** The messages of a person, and the player of the chosen one. */
export class PlayerPage {
  readonly page: Page
  readonly list: Locator
  readonly player: Locator
  readonly slider: Locator
  readonly speed: Locator

  constructor(page: Page) {
    this.page = page
    this.list = page.getByRole('listbox', { name: /^Voicemail messages/ })
    this.player = page.getByRole('region', { name: /^Player: / })
    this.slider = this.player.getByRole('slider')
    this.speed = this.player.getByRole('combobox', { name: 'Speed' })
  }

  /** Opens the voicemail of the person with this extension. */
  async open(extension: string): Promise<void> {
    const { users } = await ask(this.page, 'users.list', { filter: { search: extension }, limit: 1 })
    await this.page.evaluate((id) => {
      location.hash = `#/users/${id}`
    }, users[0]!.id)
    await this.page.getByRole('tab', { name: /^Voicemail/ }).click()
    await expect(this.list).toBeVisible()
  }

  async choose(caller: string): Promise<void> {
    const name = new RegExp(`${caller.replace('.', '\\.')}(?!\\w)`)
    const row = this.list.getByRole('option', { name })
    // Only rows in sight are in the document.
    await this.list.press('Home')
    while ((await row.count()) === 0) await this.list.press('PageDown')
    await row.click()
    await expect(this.player).toHaveAccessibleName(name)
  }

  play(): Locator {
    return this.player.getByRole('button', { name: /^(Play|Pause) / })
  }

  /** What the audio element says of itself. */
  audio(): Promise<{ time: number; duration: number; rate: number; paused: boolean; error: string | null }> {
    return this.player.locator('audio').evaluate((element: HTMLAudioElement) => ({
      time: element.currentTime,
      duration: element.duration,
      rate: element.playbackRate,
      paused: element.paused,
      error: element.error?.message ?? null,
    }))
  }
}
