import { app, dialog, type BrowserWindow } from 'electron'
import type { Logger } from '../log/logger.ts'

export type Leaving = { busy(): boolean; close(): Promise<void> }

/** Closing the window ends the app: at once when nothing works, else after asking; what works is paused first. */
export function leaveInOrder(window: BrowserWindow, running: () => Leaving | null, log: Logger): void {
  let agreed = false
  const pauseAndClose = async (): Promise<void> => {
    agreed = await askToPause(window)
    if (agreed) window.close()
  }
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
