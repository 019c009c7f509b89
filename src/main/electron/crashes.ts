import { app, dialog, type BrowserWindow } from 'electron'
import type { Logger } from '../log/logger.ts'

/** When the page's process is gone or hangs, the window offers to load it again; main and its runs are not touched. */
export function offerReload(window: BrowserWindow, log: Logger): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('The page stopped', { reason, exitCode })
    if (reason !== 'clean-exit') void ask(window, 'The window stopped working')
  })
  window.on('unresponsive', () => {
    log.warn('The page does not respond')
    void ask(window, 'The window does not respond')
  })
}

async function ask(window: BrowserWindow, message: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail: 'Offboarding runs work outside the window and go on.',
    buttons: ['Reload the window', 'Wait', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (window.isDestroyed()) return
  if (response === 0) window.webContents.reload()
  if (response === 2) app.quit()
}
