import { app, dialog, powerMonitor, type BrowserWindow } from 'electron'
import process from 'node:process'
import type { Logger } from '../log/logger.ts'

export type Leaving = { busy(): boolean; close(): Promise<void> }

/** A service manager waits 90 s before it kills, a desktop that shuts down less; a file is flushed in far less. */
const patience = 10_000

/**
 * Closing the window ends the app: at once when nothing works, else after asking; what works is paused first. When the
 * session ends or a signal tells the process to, nobody is asked, and what is not paused in time is as if it was killed.
 */
export function leaveInOrder(window: BrowserWindow, running: () => Leaving | null, log: Logger): void {
  let agreed = false
  let told = false
  const pauseAndClose = async (): Promise<void> => {
    agreed = await askToPause(window)
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
    if (agreed || !running()?.busy()) return
    event.preventDefault()
    void pauseAndClose()
  })
  app.once('will-quit', (event) => {
    const services = running()
    if (!services) return
    event.preventDefault()
    services
      .close()
      .catch((error: unknown) => log.error('Closing failed', { error }))
      .finally(() => app.exit())
  })
  app.on('window-all-closed', () => app.quit())
}

async function askToPause(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'An offboarding is under way',
    detail: 'The run is saved; it can be continued later.',
    buttons: ['Keep working', 'Pause the run and quit'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
