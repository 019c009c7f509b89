import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until the control has the focus; more presses than controls mean that it cannot be reached. */
export async function tabTo(window: Page, control: Locator): Promise<void> {
  await expect(control).toBeAttached()
  for (let press = 0; press < 80; press += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await window.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${control.toString()}`)
}

/** Goes to a page of the rail. */
export async function goByKeyboard(window: Page, page: string): Promise<void> {
  await tabTo(window, window.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: page }))
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Types over what stands in the field that has the focus. */
export async function typeOver(window: Page, text: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+A')
  await window.keyboard.type(text)
}
