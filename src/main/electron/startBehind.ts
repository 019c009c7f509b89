import { app } from 'electron'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Desktop } from '../desktop.ts'
import type { FirstAnswers } from '../firstAnswers.ts'
import type { Dispatch } from '../ipc/router.ts'
import type { Logger } from '../log/logger.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { App, StartOptions } from '../start.ts'
import type { Folders } from './folders.ts'

export type Behind = {
  /** Answers the window; waits for as much of main as the answer needs. Rejects when main cannot start. */
  dispatch: Dispatch
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
/** The first paint follows the first answers within this; what main does meanwhile would delay it. */
const untilPainted = 300

/**
 * Main is not even read before the page asks for something: until then main's one thread is free to hand the page its
 * files, and from then on the page has something to do while main starts. The first questions need little of it, and the
 * rest is read behind the first paint.
 */
export function startBehind(options: Options): Behind {
  let running: App | null = null
  const startOptions = startOptionsOf(options)
  const logged = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step()
    } catch (error) {
      options.log.error('Main did not start', { error })
      throw error
    }
  }
  const opened = once(async () => {
    const first = await logged(() => openNow(startOptions))
    setTimeout(() => void started().catch(() => undefined), untilPainted)
    return first
  })
  const started = once(async () => {
    const { data } = await opened()
    return logged(async () => {
      await readInItsTurn(import('../services.ts'))
      const { start } = await readInItsTurn(import('../start.ts'))
      return (running = start(startOptions, data))
    })
  })
  setTimeout(() => void started().catch(() => undefined), longestWait)
  return {
    dispatch: async (name, input) => {
      if (running !== null) return running.dispatch(name, input)
      const first = await opened()
      const { dispatch } = first.isAskedFirst(name) ? first : await started()
      return dispatch(name, input)
    },
    started,
    running: () => running,
  }
}

function once<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null
  return () => (begun ??= begin())
}

async function openNow(options: StartOptions): Promise<FirstAnswers> {
  await readInItsTurn(import('../../shared/operators/contract.ts'))
  const { openFirst } = await readInItsTurn(import('../firstAnswers.ts'))
  return openFirst({ ...options, emit: options.desktop.emit })
}

/** Compiling and running all of main's files at once takes longer than main may stand still. */
async function readInItsTurn<T>(reading: Promise<T>): Promise<T> {
  const part = await reading
  await nextTurn()
  return part
}

function startOptionsOf({ folders, settings, desktop, log }: Options): StartOptions {
  return {
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
  }
}
