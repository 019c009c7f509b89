import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Emit } from '../../shared/ipc/contract.ts'
import { AppError, toFailure, type Result } from '../../shared/ipc/errors.ts'
import type { Dispatch } from '../ipc/router.ts'
import type { Logger } from '../log/logger.ts'

export type TransportOptions = {
  window: BrowserWindow
  origin: string
  /** A start that failed is the answer to every call. */
  dispatch: Dispatch
  log: Logger
}

/** The only channel from the window. Answers a Result always; refuses any frame but the main window's own top frame. */
export function listenToWindow({ window, origin, dispatch, log }: TransportOptions): void {
  ipcMain.handle('app:invoke', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isOurPage(event, window, origin)) {
      log.warn('A call from a foreign frame was refused')
      return toFailure(new AppError('FORBIDDEN_SENDER', 'This page may not use the app.'))
    }
    if (typeof name !== 'string') return toFailure(new AppError('NOT_FOUND', 'This part of the app does not exist.'))
    try {
      return await dispatch(name, input)
    } catch (error) {
      return toFailure(error)
    }
  })
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow, origin: string): boolean {
  const frame = event.senderFrame
  return !window.isDestroyed() && frame === window.webContents.mainFrame && frame.origin === origin
}

/** Events of main to the window; to nobody once it is closed. */
export function createEmit(window: BrowserWindow): Emit {
  return (name, payload) => {
    if (!window.isDestroyed()) window.webContents.send('app:event', name, payload)
  }
}
