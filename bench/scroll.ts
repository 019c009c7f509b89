import type { Page } from '@playwright/test'
import { largeData } from './support/largeData.ts'
import { percentile, print } from './support/measurement.ts'
import { openUsersWindow } from './support/usersWindow.ts'

const bars = { frame: 16.7, nodes: 1400 }
/** As a key that is held down repeats. */
const repeat = 33
const pages = 600

/** Frames while a key pages through 100,000 people, in their order and then from both ends in turn; and how large the page gets. */
const data = largeData()
const { page, close } = await openUsersWindow(data)
await page.locator('[role="grid"] [data-index="0"]').focus()
await page.evaluate(watchFrames)
await pageThrough(page)
const { frames, nodes } = await page.evaluate(
  () => (globalThis as unknown as { watched: { frames: number[]; nodes: number } }).watched,
)
await close()
const p99 = percentile(frames, 99)
print([
  {
    name: 'scroll: frame, p99',
    unit: 'ms',
    ours: p99,
    peers: {},
    ratio: null,
    bar: `≤ ${bars.frame} ms`,
    holds: p99 <= bars.frame,
  },
  {
    name: 'scroll: elements of the page',
    unit: 'elements',
    ours: nodes,
    peers: {},
    ratio: null,
    bar: `≤ ${bars.nodes}`,
    holds: nodes <= bars.nodes,
  },
])

async function pageThrough(window: Page): Promise<void> {
  for (let pressed = 0; pressed < pages; pressed += 1) {
    if (pressed % 100 === 99) await window.keyboard.press(pressed % 200 === 99 ? 'Control+End' : 'Control+Home')
    else await window.keyboard.press('PageDown')
    await window.waitForTimeout(repeat)
  }
}

/** In the page: how many ticks of the screen's clock each frame lasts; its times jitter by a tenth of a millisecond. */
function watchFrames(): void {
  const tick = 16.7
  const watched = { frames: [] as number[], nodes: 0 }
  Object.assign(globalThis, { watched })
  let last: number | null = null
  const look = (at: number): void => {
    if (last !== null) watched.frames.push(Math.round((at - last) / tick) * tick)
    last = at
    // Counting takes time that a frame has not.
    if (watched.frames.length % 16 === 0) watched.nodes = Math.max(watched.nodes, document.querySelectorAll('*').length)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
