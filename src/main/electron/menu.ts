import { app, Menu, nativeTheme, shell, type MenuItemConstructorOptions } from 'electron'
import type { Emit, Events } from '../../shared/ipc/contract.ts'
import type { Theme } from '../../shared/preferences/contract.ts'
import { logFolderOf } from '../log/fileLogger.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Folders } from './folders.ts'

type Item = MenuItemConstructorOptions
type Command = Events['menu.command']['command']
type Context = { folders: Folders; settings: SettingsStore; emit: Emit; show(): void }

const mac = process.platform === 'darwin'

/** The menu bar. show builds it anew, which is how the mark at the theme moves. */
export function createMenu(options: Omit<Context, 'show'>): { show(): void } {
  const show = (): void => {
    const context = { ...options, show }
    const menus = [
      fileMenu(context),
      editMenu(context),
      viewMenu(context),
      { role: 'windowMenu' } as const,
      helpMenu(context),
    ]
    Menu.setApplicationMenu(Menu.buildFromTemplate(mac ? [applicationMenu(context), ...menus] : menus))
  }
  return { show }
}

function command({ emit }: Context, label: string, name: Command, accelerator?: string): Item {
  const click = (): void => emit('menu.command', { command: name })
  return accelerator === undefined ? { label, click } : { label, click, accelerator }
}

function applicationMenu(context: Context): Item {
  const settings = command(context, 'Settings…', 'settings', 'Cmd+,')
  const line: Item = { type: 'separator' }
  const hiding: Item[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }]
  return { label: app.name, submenu: [{ role: 'about' }, line, settings, line, ...hiding, line, { role: 'quit' }] }
}

function fileMenu(context: Context): Item {
  const settings = command(context, 'Settings', 'settings', 'Ctrl+,')
  const last: Item[] = mac ? [{ role: 'close' }] : [settings, { type: 'separator' }, { role: 'quit' }]
  return {
    label: '&File',
    submenu: [
      command(context, 'Offboard someone…', 'offboard', 'CmdOrCtrl+N'),
      command(context, 'Import…', 'import', 'CmdOrCtrl+I'),
      { type: 'separator' },
      ...last,
    ],
  }
}

function editMenu(context: Context): Item {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      { type: 'separator' },
      command(context, 'Search', 'search', 'CmdOrCtrl+K'),
    ],
  }
}

function viewMenu(context: Context): Item {
  const development: Item[] = [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  return {
    label: '&View',
    submenu: [
      command(context, 'Archives', 'archives'),
      { type: 'separator' },
      { label: 'Theme', submenu: themeItems(context) },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : development),
    ],
  }
}

function themeItems({ settings, show }: Context): Item[] {
  const labels: [theme: Theme, label: string][] = [
    ['system', 'System'],
    ['light', 'Light'],
    ['dark', 'Dark'],
  ]
  const choose = (theme: Theme) => (): void => {
    settings.set('theme', theme)
    nativeTheme.themeSource = theme
    show()
  }
  const now = settings.get('theme')
  return labels.map(([theme, label]) => ({ label, type: 'radio', checked: theme === now, click: choose(theme) }))
}

function helpMenu({ folders }: Context): Item {
  const about: Item[] = mac ? [] : [{ type: 'separator' }, { role: 'about' }]
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      { label: 'Open data folder', click: () => void shell.openPath(folders.data) },
      { label: 'Open log folder', click: () => void shell.openPath(logFolderOf(folders.data)) },
      ...about,
    ],
  }
}
