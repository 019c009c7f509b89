import { chromium, type Browser, type Page } from '@playwright/test'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { checkout, sandboxSwitches } from './launch.ts'

const places: Readonly<Record<string, string>> = {
  linux: 'linux-unpacked/offhook',
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/Offhook.app/Contents/MacOS/Offhook`,
  win32: 'win-unpacked/Offhook.exe',
}

/** Packs the checkout into a folder, unpacked, and answers the path of the executable. */
export async function packInto(folder: string): Promise<string> {
  await promisify(execFile)(process.execPath, ['scripts/package.mjs', '--dir', '--out', folder], { cwd: checkout })
  const executable = join(folder, places[process.platform] ?? '')
  if (!existsSync(executable)) throw new Error(`The package has no ${executable}`)
  return executable
}

export type RunningPackage = { window: Page; close(): Promise<void> }

/** Starts a package. Its inspector is fused off, so the window is reached through Chromium's debugging port. */
export async function startPackage(executable: string, dataFolder: string): Promise<RunningPackage> {
  const words = [...sandboxSwitches(), '--remote-debugging-port=0', '--data', dataFolder]
  const child = spawn(executable, words, { stdio: 'ignore' })
  const browser = await connect(join(dataFolder, 'window', 'DevToolsActivePort'), child)
  const context = browser.contexts()[0]!
  const window = context.pages()[0] ?? (await context.waitForEvent('page'))
  return { window, close: () => close(browser, window, child) }
}

async function connect(portFile: string, child: ChildProcess): Promise<Browser> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : ''
    if (port !== '' && port !== undefined) return attach(`http://127.0.0.1:${port}`)
    await wait(100)
  }
  child.kill()
  throw new Error(`The package opened no debugging port (exit code ${child.exitCode})`)
}

/** A connection made while the window is only opening may never be answered; the next one is. */
async function attach(address: string): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 10_000 })
  } catch {
    return chromium.connectOverCDP(address)
  }
}

async function close(browser: Browser, window: Page, child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await window.close()
  await ended
  await browser.close()
}
