import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { localeArgument, type Bridge } from '../shared/ipc/bridge.ts'

/** Checks nothing: main parses every call, the renderer is typed by the contract. */
const bridge: Bridge = {
  locale: process.argv.find((word) => word.startsWith(localeArgument))?.slice(localeArgument.length) ?? 'en-US',
  invoke: (name, input) => ipcRenderer.invoke('app:invoke', name, input),
  on: (listener) => {
    const forward = (_event: IpcRendererEvent, name: string, payload: unknown): void => listener(name, payload)
    ipcRenderer.on('app:event', forward)
    return () => ipcRenderer.off('app:event', forward)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
