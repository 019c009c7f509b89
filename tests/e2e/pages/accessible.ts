import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from '../support/test.ts'

/** How the window can look. What depends on the look alone is asked again in the later ones, everything in the first. */
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none', rules: null },
  dark: { colorScheme: 'dark', forcedColors: 'none', rules: ['color-contrast'] },
  forced: { colorScheme: 'light', forcedColors: 'active', rules: ['color-contrast'] },
} as const
type Look = keyof typeof looks

/** No finding of axe on what is in the window now, in the light and in the dark theme. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const look of ['light', 'dark'] as const) expect(await findingsOf(page, look)).toEqual([])
}

/**
 * What axe finds on what is in the window now: light, dark, with the system's forced colors, and at 200 % zoom, where
 * nothing may be out of reach either. state: names it in the findings.
 */
export async function findingsEverywhere(app: ElectronApplication, page: Page, state: string): Promise<string[]> {
  const found: string[] = []
  for (const look of Object.keys(looks) as Look[]) found.push(...(await findingsOf(page, look)))
  await lookAs(page, 'light')
  await zoom(app, page, 2)
  found.push(...(await findingsOf(page, 'light')).map((one) => one.replace('light', 'zoomed')))
  found.push(...(await outOfReach(page)).map((one) => `zoomed: out of reach: ${one}`))
  await zoom(app, page, 1)
  return found.map((finding) => `${state}: ${finding}`)
}

async function lookAs(page: Page, look: Look): Promise<void> {
  const { colorScheme, forcedColors } = looks[look]
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
}

async function findingsOf(page: Page, look: Look): Promise<string[]> {
  await lookAs(page, look)
  const { rules } = looks[look]
  // The one window of the app cannot open the blank page that axe's other mode wants.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], ...(rules !== null && { runOnly: [...rules] }) })
  const opened = await openedNow(page)
  const { violations } = await (opened === null ? axe : axe.include(opened)).analyze()
  return violations.map(({ id, nodes }) => `${look}: ${id} at ${nodes[0]?.target.join(' ')}`)
}

/** What lies above the page, which was looked at before it was opened; null when nothing does. */
async function openedNow(page: Page): Promise<string | null> {
  const opened = '[role="dialog"], [role="alertdialog"], [role="menu"]'
  return (await page.locator(opened).filter({ visible: true }).count()) > 0 ? opened : null
}

/** Sets the zoom as the View menu does, and waits until the page is laid out anew. */
async function zoom(app: ElectronApplication, page: Page, factor: number): Promise<void> {
  const before = await page.evaluate(() => innerWidth)
  const changes = await app.evaluate(({ BrowserWindow }, wanted) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const differs = webContents.getZoomFactor() !== wanted
    webContents.setZoomFactor(wanted)
    return differs
  }, factor)
  if (changes) await page.waitForFunction((width) => innerWidth !== width, before)
}

/** Controls that cannot be brought into the window, and a window that scrolls as a whole. */
async function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight) found.push('the page itself')
    const controls = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]')
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[inert]') !== null) continue
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const { left, top, width, height } = control.getBoundingClientRect()
      // Visually hidden inputs and the link that shows with the focus alone.
      if (width <= 1 || height <= 1 || getComputedStyle(control).clipPath !== 'none') continue
      const inside = left + width > 0 && top + height > 0 && left < innerWidth && top < innerHeight
      if (!inside)
        found.push(control.getAttribute('aria-label') ?? control.textContent?.slice(0, 40) ?? control.tagName)
    }
    return found
  })
}
