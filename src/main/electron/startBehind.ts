import { app } from 'electron'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Desktop } from '../desktop.ts'
import type { Logger } from '../log/logger.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { App } from '../start.ts'
import type { Folders } from './folders.ts'

export type Behind = {
  /** Starts main once. Rejects when it cannot start, for example because the database is damaged; the window shows that. */
  started(): Promise<App>
  /** Main, once it has started. */
  running(): App | null
}

type Options = {
  folders: Folders
  settings: SettingsStore
  desktop: Desktop
  log: Logger
}

/** A page that asks nothing does not keep main from starting. */
const longestWait = 2000

/**
 * Main is not even read before the page asks for something: until then main's one thread is free to hand the page its
 * files, and from then on the page has something to do while main starts.
 */
export function startBehind(options: Options): Behind {
  let running: App | null = null
  let starting: Promise<App> | null = null
  const begin = (): Promise<App> => {
    const started = startNow(options).then((main) => (running = main))
    started.catch((error: unknown) => options.log.error('Main did not start', { error }))
    return started
  }
  const started = (): Promise<App> => (starting ??= begin())
  setTimeout(() => void started(), longestWait)
  return { started, running: () => running }
}

async function startNow({ folders, settings, desktop, log }: Options): Promise<App> {
  const { start } = await import('../start.ts')
  return start({
    dataFolder: folders.data,
    resourcesFolder: folders.resources,
    threadsFolder: join(folders.out, 'main'),
    version: app.getVersion(),
    desktop,
    settings,
    clock: { now: () => new Date() },
    ids: { next: randomUUID },
    log,
    checkOutput: !app.isPackaged,
  })
}
