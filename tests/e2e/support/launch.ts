import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { signIn, untilFront } from './signIn.ts'

export const checkout = resolve(import.meta.dirname, '../../..')

export type Launched = {
  app: ElectronApplication
  window: Page
  /** What the app has written to its standard streams so far. */
  output(): string
}

/** Root cannot have Chromium's sandbox; everyone else tests with it. */
export function sandboxSwitches(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** The installed Electron, as a path. */
export function electronExecutable(): string {
  // In Node the package answers the path of its executable.
  return createRequire(import.meta.url)('electron') as string
}

/** Starts the built app on a data folder, with everything that Chromium keeps in there too. system: of its environment. */
export async function launch(
  dataFolder: string,
  words: readonly string[] = [],
  system: Readonly<Record<string, string>> = {},
): Promise<Launched> {
  const app = await attach([...sandboxSwitches(), checkout, '--data', dataFolder, ...words], system)
  const lines: string[] = []
  app.process().stdout?.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  app.process().stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  const window = await app.firstWindow()
  return { app, window, output: () => lines.join('') }
}

/** About one start in a hundred never answers Playwright's debugger, before any code of ours has run; then twice more. */
async function attach(
  args: readonly string[],
  system: Readonly<Record<string, string>>,
  triesLeft = 2,
): Promise<ElectronApplication> {
  try {
    return await _electron.launch({
      executablePath: electronExecutable(),
      args: [...args],
      env: { ...environment(), ...system },
      timeout: 25_000,
      // Else Playwright takes the sandbox away on its own.
      chromiumSandbox: true,
      // Else Playwright shows every page in light colors, whatever the app chose.
      colorScheme: null,
    })
  } catch (error) {
    if (triesLeft === 0 || !(error instanceof Error) || error.name !== 'TimeoutError') throw error
    return attach(args, system, triesLeft - 1)
  }
}

/** The window has painted its first data. With the demo company the primary administrator is signed in first. */
export async function untilReady(window: Page): Promise<void> {
  await untilFront(window)
  if ((await window.locator('#root').getAttribute('data-front')) === 'signIn') await signIn(window)
}

export function logFile(dataFolder: string): string {
  return join(dataFolder, 'logs', 'main.log')
}

function environment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _node, ELECTRON_RENDERER_URL: _server, OFFHOOK_DATA: _data, ...rest } = process.env
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
