import { app, dialog, powerMonitor, type BrowserWindow } from 'electron'
import process from 'node:process'
import type { Logger } from '../log/logger.ts'
import type { App, UnderWay } from '../start.ts'

type Leaving = {
  window: BrowserWindow
  running: () => Pick<App, 'underWay' | 'close'> | null
  /** Writes what nobody has written yet of the preferences; never rejects. */
  keep: () => Promise<void>
  log: Logger
}

/** A service manager waits 90 s before it kills, a desktop that shuts down less; a file is flushed in far less. */
const patience = 10_000

/**
 * Closing the window ends the app: at once when nothing works, else after asking; what works is stopped in order. When the
 * session ends or a signal tells the process to, nobody is asked, and what has not stopped in time is as if it was killed.
 */
export function leaveInOrder({ window, running, keep, log }: Leaving): void {
  let agreed = false
  let told = false
  const stopAndClose = async (work: UnderWay): Promise<void> => {
    agreed = await ask(window, work)
    if (agreed) window.close()
  }
  const leaveUnasked = (): void => {
    // Chromium hands a signal on once more.
    if (told) return
    told = true
    agreed = true
    setTimeout(() => app.exit(1), patience)
    app.quit()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leaveUnasked)
  window.on('session-end', leaveUnasked)
  powerMonitor.on('shutdown', leaveUnasked)
  window.on('close', (event) => {
    const work = running()?.underWay() ?? null
    if (agreed || work === null) return
    event.preventDefault()
    void stopAndClose(work)
  })
  app.once('will-quit', (event) => {
    event.preventDefault()
    Promise.all([running()?.close(), keep()])
      .catch((error: unknown) => log.error('Closing failed', { error }))
      .finally(() => app.exit())
  })
  app.on('window-all-closed', () => app.quit())
}

const questions: Readonly<Record<UnderWay, { message: string; detail: string; leave: string }>> = {
  run: {
    message: 'A run is under way',
    detail: 'The run is saved; it can be continued later.',
    leave: 'Pause the run and quit',
  },
  import: {
    message: 'An import is under way',
    detail: 'It stops where it is, and nothing stays half. Import the same again to go on: nothing comes twice.',
    leave: 'Stop the import and quit',
  },
}

async function ask(window: BrowserWindow, work: UnderWay): Promise<boolean> {
  const { message, detail, leave } = questions[work]
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    detail,
    buttons: ['Keep working', leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
