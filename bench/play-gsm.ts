import type { Page } from '@playwright/test'
import { signIn } from '../tests/e2e/support/signIn.ts'
import { readRecording } from '../tests/support/recordings.ts'
import { fillBox, type SoundInBox } from '../tests/support/soundBox.ts'
import { demoData } from './support/demoData.ts'
import { openElectron } from './support/electron.ts'
import { median, print } from './support/measurement.ts'

const messages = 15
const barMilliseconds = 300
const extension = '1017'

/** Click to sound of WAV49 messages that were never heard, in the real window; each is chosen and played at once. */
const data = demoData()
fillBox(
  data,
  extension,
  Array.from({ length: messages }, (_, index) => message(index)),
)
const { page, close } = await openElectron('.', ['--data', data])
await signIn(page)
await openBox(page)
const times: number[] = []
for (let index = 0; index < messages; index += 1) times.push(await playNext(page, index))
await close()
const ours = median(times)
print([
  {
    name: 'play-gsm',
    unit: 'ms',
    ours,
    peers: { 'the first, which starts the thread': times[0]!, 'the slowest': Math.max(...times) },
    ratio: null,
    bar: `≤ ${barMilliseconds} ms`,
    holds: ours <= barMilliseconds,
  },
])

/** Half a minute of speech in Asterisk's commonest format; no two are the same file. */
function message(index: number): SoundInBox {
  const one = readRecording('wav49.WAV')
  const blocks = one.subarray(60)
  const bytes = Buffer.concat([
    one.subarray(0, 60),
    ...Array.from({ length: 9 }, () => blocks),
    blocks.subarray(0, 65 * index),
  ])
  // Sizes of nothing: the data runs to the end.
  bytes.writeUInt32LE(0, 56)
  return {
    id: `gsm-${index}`,
    format: 'wav-gsm',
    bytes,
    seconds: (Math.floor((bytes.length - 60) / 65) * 320) / 8000,
    callerName: `Caller ${index}`,
    receivedAt: new Date(Date.UTC(2030, 0, 2) - index * 60_000).toISOString(),
  }
}

async function openBox(window: Page): Promise<void> {
  const id = await window.evaluate(async (search) => {
    const bridge = (globalThis as unknown as { bridge: { invoke(name: string, input: unknown): Promise<unknown> } })
      .bridge
    const answer = await bridge.invoke('users.list', { filter: { search }, limit: 1 })
    return (answer as { value: { users: { id: string }[] } }).value.users[0]!.id
  }, extension)
  await window.evaluate((user) => {
    location.hash = `#/users/${user}`
  }, id)
  await window.getByRole('tab', { name: /^Voicemail/ }).click()
  await window.getByRole('listbox', { name: /^Voicemail messages/ }).waitFor()
}

/** Milliseconds from the click on Play to the first sound that has passed. */
async function playNext(window: Page, index: number): Promise<number> {
  const list = window.getByRole('listbox', { name: /^Voicemail messages/ })
  if (index > 0) await list.press('ArrowDown')
  const play = window.getByRole('region', { name: /^Player: / }).getByRole('button', { name: /^Play message from / })
  const heard = window.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const listen = (): void => {
          const clicked = performance.now()
          const audio = document.querySelector('audio')!
          const look = (): void =>
            audio.currentTime > 0 ? resolve(performance.now() - clicked) : void requestAnimationFrame(look)
          look()
        }
        document.addEventListener('click', listen, { capture: true, once: true })
      }),
  )
  await play.click()
  const milliseconds = await heard
  await list.press('Space')
  return milliseconds
}
