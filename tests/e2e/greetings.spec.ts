import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './pages/accessible.ts'
import { UserPage } from './pages/UserPage.ts'
import { ask } from './support/invoke.ts'
import { startRun, untilRun } from './support/runs.ts'
import { signIn } from './support/signIn.ts'
import { expect, test as base } from './support/test.ts'
import { fillGreetings } from '../support/soundBox.ts'

const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    fillGreetings(dataFolder, '1042', ['pcm.wav', 'wav49.WAV', 'voice.g722'])
    await use(dataFolder)
  },
})
test.use({ company: 'demo' })

const names = ['Unavailable', 'Busy', 'Recorded name']

function playerOf(window: Page, name: string): Locator {
  return window.getByRole('region', { name: new RegExp(`^Player: ${name.toLowerCase()} greeting, 3 seconds`) })
}

/** Plays every greeting with the keys, one after the other; one is heard at a time. */
async function hearAll(window: Page): Promise<void> {
  for (const name of names) {
    const player = playerOf(window, name)
    const audio = player.locator('audio')
    await player.getByRole('button', { name: `Play ${name.toLowerCase()} greeting` }).press('Space')
    const time = (): Promise<number> => audio.evaluate((element: HTMLAudioElement) => element.currentTime)
    await expect.poll(time, { message: name }).toBeGreaterThan(0.2)
    const playing = await window
      .locator('audio')
      .evaluateAll((all) => all.filter((one) => !(one as HTMLAudioElement).paused).length)
    expect(playing).toBeLessThanOrEqual(1)
    await player.getByRole('slider').press('ArrowRight')
    await expect(player.getByRole('slider')).toHaveAttribute('aria-valuetext', '3 seconds of 3 seconds')
  }
}

test('greetings are heard on the page of the person, of the extension and of the archive', async ({
  app,
  window,
  outputFolder,
}) => {
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  await user.choose('Preferences & greetings')
  await hearAll(window)
  await expectAccessible(window)
  await window.getByRole('link', { name: 'Extension 1042' }).click()
  await expect(window.getByRole('region', { name: /^Greetings/ }).getByRole('listitem')).toHaveCount(3)
  await hearAll(window)
  await expectAccessible(window)

  const runId = await startRun({ app, window }, '1042', outputFolder)
  await untilRun(window, runId, ({ status }) => status === 'done')
  const { archiveId } = await ask(window, 'runs.show', { runId })
  await window.evaluate((hash) => (location.hash = hash), `#/archives/${archiveId}`)
  await window.getByRole('tab', { name: 'Greetings' }).click()
  await hearAll(window)
  await expectAccessible(window)
})

test('whoever may not listen sees the greetings and hears none', async ({ window }) => {
  const user = new UserPage(window)
  const userId = await user.open('dana.whitfield')
  const statusOf = () => window.evaluate(async () => (await fetch('media://greeting/greeting-0')).status)
  expect(await statusOf()).toBe(200)
  await ask(window, 'session.signOut', {})
  await signIn(window, 'ruth.abernathy')
  await window.evaluate((hash) => (location.hash = hash), `#/users/${userId}`)
  await user.choose('Preferences & greetings')
  await expect(playerOf(window, 'Busy')).toContainText('Only an administrator may do this.')
  await expect(window.locator('audio')).toHaveCount(0)
  expect(await statusOf()).toBe(404)
  await expectAccessible(window)
})

test('a greeting whose file is gone says so, with what repairs it', async ({ window, dataFolder }) => {
  const { rmSync } = await import('node:fs')
  rmSync(`${dataFolder}/audio/sounds/pcm.wav`)
  const user = new UserPage(window)
  await user.open('dana.whitfield')
  await user.choose('Preferences & greetings')
  await expect(playerOf(window, 'Unavailable').getByRole('alert')).toContainText(
    'The audio file of this greeting is not in the data folder. Import it again from where it came, which repairs it.',
  )
})
