import { app } from 'electron'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Desktop } from '../desktop.ts'
import type { Logger } from '../log/logger.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { App } from '../start.ts'
import type { Folders } from './folders.ts'

export type Behind = {
  /** Rejects when main cannot start, for example because the database is damaged; the window shows that. */
  started: Promise<App>
  /** Main, once it has started. */
  running(): App | null
}

type Options = {
  folders: Folders
  settings: SettingsStore
  desktop: Desktop
  log: Logger
  /** Main is not even read before this. */
  after: Promise<void>
}

/** Starts main while the window loads, late enough not to delay the paint. */
export function startBehind(options: Options): Behind {
  let running: App | null = null
  const started = startLater(options).then((main) => (running = main))
  started.catch((error: unknown) => options.log.error('Main did not start', { error }))
  return { started, running: () => running }
}

async function startLater({ folders, settings, desktop, log, after }: Options): Promise<App> {
  await after
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
