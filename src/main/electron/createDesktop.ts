import { app, nativeTheme, Notification, powerSaveBlocker, shell, type BrowserWindow } from 'electron'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Desktop } from '../desktop.ts'
import { announceRuns } from '../runNotices.ts'
import { createDialogs } from './dialogs.ts'
import { createEmit } from './ipcTransport.ts'
import { comeToFront } from './mainWindow.ts'
import { createPrinter } from './printPdf.ts'

/** Electron's side of what main asks of the desktop. */
export function createDesktop(window: BrowserWindow, onTheme: () => void): Desktop {
  const notices = {
    notify: (title: string, body: string): void => notify(window, title, body),
    showProgress: (fraction: number | null): void => {
      if (!window.isDestroyed()) window.setProgressBar(fraction ?? -1)
    },
    keepAwake: createKeepAwake(),
  }
  return {
    ...notices,
    dialogs: createDialogs(window),
    showItem: (path) => shell.showItemInFolder(path),
    trash: (path) => moveToTrash(path),
    printPdf: createPrinter(),
    applyTheme: (theme) => {
      nativeTheme.themeSource = theme
      onTheme()
    },
    emit: announceRuns(createEmit(window), notices),
    documentsFolder: app.getPath('documents'),
  }
}

async function moveToTrash(path: string): Promise<void> {
  try {
    await shell.trashItem(path)
  } catch (cause) {
    throw new AppError(
      'FILE_PROBLEM',
      'The folder could not be moved to the wastebasket: the disk that it lies on may have none. Remove it in the file manager, then forget the archive.',
      {},
      { cause },
    )
  }
}

function notify(window: BrowserWindow, title: string, body: string): void {
  if (window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return
  const notification = new Notification({ title, body })
  notification.on('click', () => comeToFront(window))
  notification.show()
}

function createKeepAwake(): (on: boolean) => void {
  let blocker: number | null = null
  return (on) => {
    if (on && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
    if (!on && blocker !== null) {
      powerSaveBlocker.stop(blocker)
      blocker = null
    }
  }
}
