import { readRecording, recordings } from '../support/recordings.ts'
import { brokenSounds, fillBox, recordedSounds, type SoundInBox } from '../support/soundBox.ts'
import { expectAccessible } from './pages/accessible.ts'
import { PlayerPage } from './pages/PlayerPage.ts'
import { ask } from './support/invoke.ts'
import { expect, test as base } from './support/test.ts'

const extension = '1017'
const played = recordings.filter(({ format }) => format !== 'ogg-speex')

const test = base.extend<{ box: { sounds: readonly SoundInBox[] } }>({
  box: [{ sounds: recordedSounds(played) }, { option: true }],
  dataFolder: async ({ dataFolder, box }, use) => {
    fillBox(dataFolder, extension, box.sounds)
    await use(dataFolder)
  },
})
test.use({ company: 'demo' })

test('every format is heard, has its length and jumps', async ({ window }) => {
  test.setTimeout(180_000)
  const box = new PlayerPage(window)
  await box.open(extension)
  for (const { file, seconds } of played) {
    await box.choose(file)
    await expect.poll(async () => (await box.audio()).duration, { message: file }).toBeGreaterThan(0)
    // MP3, Vorbis and AAC lead in with silence, which some readers count.
    expect(Math.abs((await box.audio()).duration - seconds), file).toBeLessThan(0.3)
    await box.play().click()
    await expect.poll(async () => (await box.audio()).time, { message: file }).toBeGreaterThan(0.2)
    await box.slider.focus()
    await window.keyboard.press('Home')
    await expect.poll(async () => (await box.audio()).time, { message: file }).toBeLessThan(0.6)
    await box.player.locator('audio').evaluate((audio: HTMLAudioElement) => {
      audio.currentTime = audio.duration - 0.5
    })
    await expect.poll(async () => (await box.audio()).time, { message: file }).toBeGreaterThan(seconds - 0.6)
    expect((await box.audio()).error, file).toBeNull()
  }
})

test('the keys play, seek, go back and on; the speed is kept', async ({ window }) => {
  const box = new PlayerPage(window)
  await box.open(extension)
  await box.choose('wav49.WAV')
  await box.list.focus()
  await window.keyboard.press('ArrowRight')
  await expect.poll(async () => (await box.audio()).time).toBeGreaterThan(3)
  await window.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await box.audio()).time).toBe(0)
  await expect(box.slider).toHaveAttribute('aria-valuetext', '0 seconds of 3 seconds')
  await expect(box.slider).toHaveAccessibleName(/Position in message from wav49\.WAV, .*2030/)
  await window.keyboard.press('Space')
  await expect.poll(async () => (await box.audio()).paused).toBe(false)
  await box.player.getByRole('button', { name: 'Next message' }).click()
  // What was heard goes on with the next message.
  await expect(box.player).toHaveAccessibleName(/voice\.gsm/)
  await expect.poll(async () => (await box.audio()).time).toBeGreaterThan(0.1)
  await box.player.getByRole('button', { name: 'Back 5 seconds' }).click()
  await expect.poll(async () => (await box.audio()).time).toBeLessThan(0.5)
  await box.speed.selectOption('1.5×')
  expect((await box.audio()).rate).toBe(1.5)
  await box.list.focus()
  await window.keyboard.press('ArrowDown')
  await expect(box.player).toHaveAccessibleName(/voice\.ulaw/)
  await expect.poll(async () => (await box.audio()).rate).toBe(1.5)
  expect((await box.audio()).paused).toBe(true)
  expect(await ask(window, 'preferences.get', {})).toMatchObject({ playbackSpeed: 1.5 })
  await expectAccessible(window)
})

test('a picture is kept, of what main decodes and of what the window does', async ({ window }) => {
  const box = new PlayerPage(window)
  await box.open(extension)
  for (const file of ['wav49.WAV', 'voice.mp3']) {
    await box.choose(file)
    const id = recordedSounds(played).find(({ callerName }) => callerName === file)!.id
    const place = { kind: 'voicemail', id } as never
    await expect
      .poll(async () => (await ask(window, 'listen.look', { place })).peaks?.length ?? 0, { message: file })
      .toBeGreaterThan(400)
  }
})

test('who may not listen hears nothing', async ({ window }) => {
  const statuses = async (): Promise<number> =>
    window.evaluate(async () => (await fetch('media://voicemail/sound-6')).status)
  expect(await statuses()).toBe(200)
  await ask(window, 'session.signOut', {})
  expect(await statuses()).toBe(404)
})

test.describe('broken sound', () => {
  test.use({ box: { sounds: brokenSounds() } })

  test('says the cause and the next step', async ({ window }) => {
    const box = new PlayerPage(window)
    await box.open(extension)
    const alert = box.player.getByRole('alert')
    await box.choose('empty')
    await expect(alert).toContainText('The audio file is empty. Look for the message in a backup')
    await expect(box.play()).toBeDisabled()
    await expectAccessible(window)
    await box.choose('text')
    await expect(alert).toContainText('damaged: it holds no sound')
    await box.choose('speex')
    await expect(alert).toContainText('This format is not played here.')
    await box.choose('torn')
    await expect(box.player.getByRole('status')).toContainText('Torn: 0:01 of 0:03 are there.')
    await box.play().click()
    await expect.poll(async () => (await box.audio()).time).toBeGreaterThan(0.1)
    await expectAccessible(window)
    await box.choose('lying')
    await expect(alert).toBeHidden()
    expect((await box.audio()).duration).toBeCloseTo(3.32, 1)
  })
})

test.describe('a message of 100 MB', () => {
  const frames = readRecording('voice.gsm')
  const huge = Buffer.alloc(100_000_000 - (100_000_000 % frames.length))
  for (let at = 0; at < huge.length; at += frames.length) frames.copy(huge, at)
  const seconds = (huge.length / 33) * 0.02
  const night = { id: 'huge', format: 'gsm', bytes: huge, seconds, callerName: 'A hundred megabytes' } as const
  test.use({ box: { sounds: [{ ...night, receivedAt: '2030-01-01T00:00:00.000Z' }] } })

  test('plays at once, from its middle too', async ({ window }) => {
    const box = new PlayerPage(window)
    await box.open(extension)
    await box.choose('A hundred megabytes')
    await box.play().click()
    await expect.poll(async () => (await box.audio()).time).toBeGreaterThan(0.1)
    await box.slider.fill(String(Math.floor(seconds / 2)))
    await expect.poll(async () => (await box.audio()).time).toBeGreaterThan(seconds / 2 + 0.2)
    expect(await box.audio()).toMatchObject({ error: null, paused: false })
  })
})
