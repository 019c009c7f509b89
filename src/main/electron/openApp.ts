import { app, dialog, nativeTheme, protocol, session } from 'electron'
import { join } from 'node:path'
import { createFileLogger } from '../log/fileLogger.ts'
import { addContextMenu } from './contextMenu.ts'
import { offerReload } from './crashes.ts'
import { createDesktop } from './createDesktop.ts'
import { settleFolders } from './folders.ts'
import { createEmit, listenToWindow } from './ipcTransport.ts'
import { leaveInOrder } from './leaving.ts'
import { comeToFront, openMainWindow } from './mainWindow.ts'
import { serveMedia } from './media.ts'
import { createMenu } from './menu.ts'
import { servePages } from './pages.ts'
import { pageSource } from './pageSource.ts'
import { registerSchemes } from './schemes.ts'
import { restrictSession } from './session.ts'
import { openSettings } from './settingsStore.ts'
import { startBehind } from './startBehind.ts'
import { restrictWebContents } from './webContents.ts'

/** What the window says first is painted within this once its page is there. */
const untilPainted = 1000

/** Opens the app whose built folder is out. Ends it with a message when not even a window can be opened. */
export async function openApp(out: string): Promise<void> {
  try {
    await openWindow(out)
  } catch (error) {
    dialog.showErrorBox('Offhook cannot start', String(error instanceof Error ? error.message : error))
    app.exit(1)
  }
}

/**
 * Opens the window first; its first call starts main behind it.
 * A second app on the same data folder brings the first to the front and ends.
 */
async function openWindow(out: string): Promise<void> {
  registerSchemes()
  // Who starts the app as root has to give the sandbox up with this switch; asking for both leaves no process alive.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  const folders = settleFolders(out)
  if (!app.requestSingleInstanceLock()) return app.quit()
  const log = createFileLogger(folders.data)
  restrictWebContents(log)
  await app.whenReady()

  const page = pageSource()
  const settings = openSettings(folders.data, log)
  nativeTheme.themeSource = settings.get('theme')
  restrictSession(session.defaultSession, page.requests)
  servePages(protocol, join(out, 'renderer'))
  const window = openMainWindow({ address: page.address, folders, settings })

  const menu = createMenu({ folders, settings, emit: createEmit(window) })
  const desktop = createDesktop(window, menu.show)
  const main = startBehind({ folders, settings, desktop, log })
  serveMedia(protocol, async () => (await main.started()).media, page.origin)
  listenToWindow({ window, origin: page.origin, dispatch: main.dispatch, log })

  const keep = (): Promise<void> =>
    settings.load().catch((error: unknown) => log.warn('Preferences are not kept', { error }))
  // Not when it shows: a maximized window does that before its page is asked for.
  window.webContents.once('did-stop-loading', () => setTimeout(() => void keep(), untilPainted))

  menu.show()
  addContextMenu(window)
  offerReload(window, log)
  leaveInOrder({ window, running: main.running, keep, log })
  app.on('second-instance', () => comeToFront(window))
}
