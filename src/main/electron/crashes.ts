import { app, dialog, type BrowserWindow } from 'electron'
import type { Logger } from '../log/logger.ts'

/** When the page's process is gone or hangs, the window offers to load it again; main and its runs are not touched. */
export function offerReload(window: BrowserWindow, log: Logger): void {
  // A page that hangs is told of again and again, and its end, which is ours then, too.
  let asking = false
  const offer = async (message: string, until?: AbortSignal): Promise<void> => {
    if (asking) return
    asking = true
    try {
      await ask(window, message, until)
    } finally {
      asking = false
    }
  }
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('The page stopped', { reason, exitCode })
    if (reason !== 'clean-exit') void offer('The window stopped working')
  })
  window.on('unresponsive', () => {
    log.warn('The page does not respond')
    const again = new AbortController()
    window.once('responsive', () => again.abort())
    void offer('The window does not respond', again.signal)
  })
}

/** until: when the question has settled itself, which counts as an answer to wait. */
async function ask(window: BrowserWindow, message: string, until?: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail: 'Offboarding runs work outside the window and go on.',
    buttons: ['Reload the window', 'Wait', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    ...(until === undefined ? {} : { signal: until }),
  })
  if (window.isDestroyed()) return
  if (response === 0) await loadAgain(window)
  if (response === 2) app.quit()
}

/** A process that hangs would never come to load anything: it is ended first. */
async function loadAgain({ webContents }: BrowserWindow): Promise<void> {
  if (!webContents.isCrashed()) {
    const gone = new Promise<void>((resolve) => void webContents.once('render-process-gone', () => resolve()))
    webContents.forcefullyCrashRenderer()
    await gone
  }
  webContents.reload()
}
