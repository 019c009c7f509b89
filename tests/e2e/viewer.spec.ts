import type { ElectronApplication, Page } from '@playwright/test'
import { places } from '../../src/renderer/src/shell/places.ts'
import { answerOpenDialog, answerSaveDialog } from './support/desktop.ts'
import { ask } from './support/invoke.ts'
import { startRun, untilRun } from './support/runs.ts'
import { signIn } from './support/signIn.ts'
import { expect, test } from './support/test.ts'
import { pressEverything, settled, walkPage } from './support/walk.ts'

test.use({ company: 'demo' })
test.setTimeout(300_000)

type Address = { name: string; hash: string }

/** Signs in as the viewer, after an administrator has left a run, an archive and somebody who is gone. */
async function pagesOfViewer(app: ElectronApplication, window: Page, folder: string): Promise<Address[]> {
  const runId = await startRun({ app, window }, '1042', folder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  const archive = (await ask(window, 'runs.show', { runId })).archiveId
  const idOf = async (search: string, status?: 'DELETED'): Promise<string> => {
    const { users } = await ask(window, 'users.list', { filter: { search, ...(status && { status }) }, limit: 1 })
    return users[0]!.id
  }
  const people = [await idOf('gus.papadopoulos'), await idOf('dana.whitfield'), await idOf('walter.nilsson', 'DELETED')]
  await ask(window, 'session.signOut', {})
  await signIn(window, 'ruth.abernathy')
  await answerOpenDialog(app, null)
  await answerSaveDialog(app, null)
  return [
    ...places.filter(({ needs }) => needs === undefined).map(({ href, label }) => ({ name: label, hash: `#${href}` })),
    ...['Active', 'Deactivated', 'Deleted'].map((name, index) => ({ name, hash: `#/users/${people[index]}` })),
    { name: 'Run', hash: `#/runs/${runId}` },
    { name: 'Archive', hash: `#/archives/${archive}` },
  ]
}

async function open(window: Page, hash: string): Promise<void> {
  await window.evaluate((to) => (location.hash = to), hash)
  await expect(window.getByRole('heading', { level: 1 })).toBeVisible()
  await settled(window)
}

/** Controls that cannot be used and do not say why, and buttons that the Tab key does not reach to ask. */
async function silentControls(window: Page, state: string): Promise<string[]> {
  const found = await window.evaluate(() => {
    const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ''
    const reasonOf = (control: HTMLElement): string =>
      control.title + (control.getAttribute('aria-describedby') ?? '').split(' ').map(textOf).join('')
    return [...document.querySelectorAll<HTMLElement>(':disabled, [aria-disabled="true"]')]
      .filter((control) => control.checkVisibility() && !control.matches('[data-loading], [role="option"]'))
      .filter((control) => reasonOf(control).trim() === '' || control.matches('button:disabled'))
      .map((control) => control.getAttribute('aria-label') ?? control.textContent?.trim() ?? control.tagName)
  })
  return found.map((control) => `${state}: ${control}`)
}

test('every control that a viewer cannot use says why, on every page, tab and menu', async ({
  app,
  window,
  outputFolder,
}) => {
  const silent: string[] = []
  for (const { name, hash } of await pagesOfViewer(app, window, outputFolder)) {
    await open(window, hash)
    await walkPage(app, window, name, async (state) => {
      silent.push(...(await silentControls(window, state)))
    })
  }
  expect(silent).toEqual([])
})

// A button that can be pressed and is then refused has wasted somebody's time.
test('nothing that a viewer can press is refused', async ({ app, window, outputFolder }) => {
  const refused: string[] = []
  for (const { name, hash } of await pagesOfViewer(app, window, outputFolder)) {
    await open(window, hash)
    await pressEverything(window, async (button) => {
      const alerts = await window.getByRole('alert').allTextContents()
      if (alerts.some((text) => text.includes('may do this.'))) refused.push(`${name}: ${button}`)
    })
  }
  expect(refused).toEqual([])
})
