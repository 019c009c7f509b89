import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import { localeArgument } from '../../shared/ipc/bridge.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Folders } from './folders.ts'
import { formatLocale } from './formatLocale.ts'
import { placeWindow, smallestWindow } from './placeWindow.ts'

export type MainWindowOptions = { address: string; folders: Folders; settings: SettingsStore }

const backgrounds = { light: '#ffffff', dark: '#1a1b1e' }

/** Opens the one window of the app, hidden until its first paint. */
export function openMainWindow({ address, folders, settings }: MainWindowOptions): BrowserWindow {
  const saved = settings.get('window')
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(saved, workAreas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Offhook',
    icon: join(folders.resources, 'icon.png'),
    show: false,
    backgroundColor: backgroundNow(),
    webPreferences: {
      additionalArguments: [`${localeArgument}${formatLocale()}`],
      preload: join(folders.out, 'preload', 'index.cjs'),
      devTools: !app.isPackaged,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (saved?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => settings.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() }))
  window.on('page-title-updated', (event) => event.preventDefault())
  followTheme(window)
  void window.loadURL(address)
  return window
}

export function comeToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function backgroundNow(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light
}

/** The color that shows while a window grows or reloads is the page's own. */
function followTheme(window: BrowserWindow): void {
  const update = (): void => window.setBackgroundColor(backgroundNow())
  nativeTheme.on('updated', update)
  window.once('closed', () => nativeTheme.off('updated', update))
}
