import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'

export type Opened = {
  /** Milliseconds from spawn to the page's own mark "ready", taken in the page, so that polling does not count. */
  readyAfter: number
  pid: number
  page: Page
  close(): Promise<void>
}

/** Whoever looks on takes part of the thread that starts the app: nobody does before a slow start is over. */
const undisturbed = 2500

/** Starts Electron on an entry file with a profile of its own, and waits until the page says that it has painted. */
export async function openElectron(entry: string, args: readonly string[] = []): Promise<Opened> {
  const profile = mkdtempSync(join(tmpdir(), 'offhook-bench-'))
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const started = Date.now()
  const child = spawn(
    'node_modules/electron/dist/electron',
    [entry, ...root, `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const browser = await connect(child)
  const readyAt = await markOf(browser)
  return {
    readyAfter: readyAt - started,
    pid: child.pid ?? 0,
    page: browser.contexts()[0]!.pages()[0]!,
    close: async () => {
      await browser.close()
      child.kill()
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}

/** Chromium names its debugging address on stderr, wherever its profile lies. */
async function connect(child: ChildProcess): Promise<Browser> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) {
      throw new Error(
        `Electron ended with ${child.exitCode}. Is there a display? Try: xvfb-run -a npm run bench -- startup`,
      )
    }
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address !== undefined) {
      await sleep(undisturbed)
      return answering(address)
    }
    await sleep(50)
  }
  throw new Error('Electron did not open its debugging port within 30 s')
}

/** Now and then Electron takes a connection and never answers it; another one is answered. */
async function answering(address: string, tries = 4): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 8000 })
  } catch (error) {
    if (tries === 1) throw error
    return answering(address, tries - 1)
  }
}

async function markOf(browser: Browser): Promise<number> {
  for (let tries = 0; tries < 600; tries += 1) {
    const page = browser.contexts()[0]?.pages()[0]
    const at = await page?.evaluate(() => {
      const mark = performance.getEntriesByName('ready')[0]
      return mark === undefined ? null : performance.timeOrigin + mark.startTime
    })
    if (typeof at === 'number') return at
    await sleep(50)
  }
  throw new Error('The page did not get ready within 30 s')
}
