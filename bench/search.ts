import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { openDatabase } from '../src/main/db/open.ts'
import { asWriteDb } from '../src/main/db/sql.ts'
import { createDirectory, type Directory } from '../src/main/features/directory/service.ts'
import { createEmbeddedPhoneSystem } from '../src/main/phoneSystem/embedded/system.ts'
import { largeData } from './support/largeData.ts'
import { percentile, print, type Measurement } from './support/measurement.ts'
import { openUsersWindow } from './support/usersWindow.ts'

const bars = { window: 50, query: 5 }
/** Names, parts of e-mail addresses and digits; each begins with two characters that no other one begins with. */
const words =
  `adam bianchi chowdhury david elif fischer garcia hoffmann ines jansen keiko larsen marlowe nakamura okonkwo
  petra quentin ramirez schafer torres umar varga walker xavier yilmaz zainab 1042 212 555 7 lopez sofia`.split(/\s+/)
/** Long enough for every answer to be there before the next key. */
const pause = 250
const pageOfTheWindow = 50

/** From a key to the painted rows that it asks for, among 100,000 people, a word letter by letter; and the queries alone. */
const data = largeData()
const keys = await typedInWindow()
const queries = await asked((directory, search) =>
  directory.list({ filter: { search }, sort: 'name', descending: false, offset: 0, limit: pageOfTheWindow }),
)
const meant = await asked((directory, search) => directory.likeliest({ search, limit: pageOfTheWindow }))
const short = keys.filter(({ letters }) => letters <= 2)
print([
  p95('search: key to painted rows', keys, bars.window),
  p95('search: key to painted rows, one and two letters', short, bars.window),
  p95('search: the query', queries, bars.query),
  p95('search: who leaves', meant, bars.query),
])

type Timed = { letters: number; milliseconds: number }

function p95(name: string, timed: readonly Timed[], bar: number): Measurement {
  const ours = percentile(
    timed.map(({ milliseconds }) => milliseconds),
    95,
  )
  return { name: `${name}, p95`, unit: 'ms', ours, peers: {}, ratio: null, bar: `≤ ${bar} ms`, holds: ours <= bar }
}

async function typedInWindow(): Promise<Timed[]> {
  const { page, close } = await openUsersWindow(data)
  await page.evaluate(watchKeys)
  const timed: Timed[] = []
  for (const word of words) {
    await page.getByRole('textbox', { name: 'Search users' }).fill('')
    await page.waitForTimeout(pause)
    await notedSoFar(page)
    for (const [index, letter] of Array.from(word).entries()) {
      await page.keyboard.press(letter)
      await page.waitForTimeout(pause)
      timed.push({ letters: index + 1, milliseconds: await paintedAfter(page) })
    }
  }
  await close()
  return timed
}

/** In the page: after a key it looks at every frame until the grid shows the answer, then notes when that was painted. */
function watchKeys(): void {
  const noted: number[] = []
  Object.assign(globalThis, { noted })
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const look = (): void => {
        const grid = document.querySelector('[role="grid"]')
        if (grid?.getAttribute('aria-busy') !== 'false') return void requestAnimationFrame(look)
        // A message that is sent before a frame is drawn arrives after it.
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => noted.push(performance.now() - timeStamp), { once: true })
        port1.start()
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    },
    { capture: true },
  )
}

/** Takes out what was noted; emptying the field is a key too. */
async function notedSoFar(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as { noted: number[] }).noted.splice(0))
}

async function paintedAfter(page: Page): Promise<number> {
  const noted = await notedSoFar(page)
  if (noted.length !== 1) throw new Error(`One key was pressed and ${noted.length} answers were painted`)
  return noted[0]!
}

async function asked(ask: (directory: Directory, search: string) => Promise<unknown>): Promise<Timed[]> {
  const clock = { now: () => new Date() }
  const database = await openDatabase({ folder: data, now: () => clock.now().toISOString() })
  const db = asWriteDb(database)
  const phoneSystem = createEmbeddedPhoneSystem({ db, audioFolder: data, clock, ids: { next: () => 'unused' } })
  const directory = createDirectory({ db, phoneSystem })
  const timed: Timed[] = []
  for (const word of words) {
    // As in the window, where whoever types in a word has been shown everybody.
    await directory.list({ filter: { search: '' }, sort: 'name', descending: false, offset: 0, limit: pageOfTheWindow })
    await wait(pause)
    for (let letters = 1; letters <= word.length; letters += 1) {
      const started = performance.now()
      await ask(directory, word.slice(0, letters))
      timed.push({ letters, milliseconds: performance.now() - started })
    }
  }
  database.close()
  return timed
}
