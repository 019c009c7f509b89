import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog } from './desktop.ts'

/** Looks at a state of the window; named by how it was reached. */
export type Look = (state: string) => Promise<void>

/**
 * Goes through a page as somebody curious would: the page itself, each of its tabs, and on each one every menu and every
 * dialog that a button opens. A button opens a menu when it says so, a dialog when its name ends with an ellipsis.
 * part: of the tabs only each parts-th one, beginning with this.
 */
export async function walkPage(
  app: ElectronApplication,
  page: Page,
  name: string,
  look: Look,
  { part, parts } = { part: 0, parts: 1 },
): Promise<void> {
  await answerOpenDialog(app, null)
  await answerSaveDialog(app, null)
  const tabs = page.getByRole('main').getByRole('tab')
  await settled(page)
  const labels = (await tabs.allTextContents()).map((text) => text.replace(/[\d,.]+$/, '').trim())
  const known = new Set<string>()
  if (labels.length === 0) return walkState(page, name, look, known)
  for (const [index, label] of labels.entries()) {
    if (index % parts !== part) continue
    await tabs.nth(index).click()
    await settled(page)
    await walkState(page, `${name}, ${label}`, look, known)
  }
}

/** known: the names of what was opened before; the menu at the head of a page is the same on each tab. */
async function walkState(page: Page, name: string, look: Look, known: Set<string>): Promise<void> {
  await look(name)
  const main = page.getByRole('main')
  const menus = main.locator('button[aria-haspopup="menu"], button[aria-haspopup="dialog"]')
  const dialogs = main
    .getByRole('button', { name: /…$/ })
    .and(page.locator(':not([aria-haspopup]):not([aria-disabled])'))
  for (const openers of [menus, dialogs]) {
    for (const opener of await firstOfEachKind(openers)) {
      const opens = (await opener.count()) === 0 ? null : await nameOf(opener)
      if (opens === null || known.has(opens)) continue
      known.add(opens)
      await openAndLook(page, opener, `${name}, ${opens}`, look)
    }
  }
}

async function openAndLook(page: Page, opener: Locator, name: string, look: Look): Promise<void> {
  const here = await page.evaluate(() => location.hash)
  await opener.click()
  await settled(page)
  const opened = page.locator('[role="dialog"], [role="alertdialog"], [role="menu"]').first()
  if (await opened.isVisible()) {
    await look(name)
    await page.keyboard.press('Escape')
    await opened.waitFor({ state: 'hidden' })
  }
  // Where a button leads to another page there is nothing to close.
  if ((await page.evaluate(() => location.hash)) !== here) {
    await page.evaluate((hash) => (location.hash = hash), here)
    await settled(page)
  }
}

/** A list has a menu a row; one of them is enough. What a press takes away is not there any more for the next. */
async function firstOfEachKind(buttons: Locator): Promise<Locator[]> {
  const names = await buttons.evaluateAll((all) =>
    all
      .filter((button) => button.checkVisibility())
      .map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''),
  )
  const kinds = new Map<string, string>()
  for (const name of names) {
    const kind = name.split(' for ')[0]!.split(':')[0]!
    if (!kinds.has(kind)) kinds.set(kind, name)
  }
  return [...kinds.values()].map((name) =>
    buttons.and(buttons.page().getByRole('button', { name, exact: true })).first(),
  )
}

async function nameOf(button: Locator): Promise<string> {
  return (await button.getAttribute('aria-label')) ?? (await button.textContent()) ?? ''
}

/** What is loading has been drawn: nothing is busy and the skeletons are gone. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(60)
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 10_000 })
}

/** Presses every kind of button and switch of the page once, and comes back after each. */
export async function pressEverything(page: Page, pressed: (name: string) => Promise<void>): Promise<void> {
  const here = await page.evaluate(() => location.hash)
  const buttons = page.getByRole('main').locator('button:not(:disabled):not([aria-disabled="true"])')
  for (const button of await firstOfEachKind(buttons)) {
    if ((await button.count()) === 0 || !(await button.isVisible())) continue
    const name = await nameOf(button)
    await button.click()
    await settled(page)
    await pressed(name)
    await page.keyboard.press('Escape')
    if ((await page.evaluate(() => location.hash)) !== here) {
      await page.evaluate((hash) => (location.hash = hash), here)
      await settled(page)
    }
  }
}
