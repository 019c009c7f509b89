import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

type Listener = (name: string, payload: unknown) => void

/** Names no feature and checks nothing: main parses every call, the renderer is typed by the contract. */
const bridge = {
  invoke: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('app:invoke', name, input),
  on: (listener: Listener): (() => void) => {
    const forward = (_event: IpcRendererEvent, name: string, payload: unknown): void => listener(name, payload)
    ipcRenderer.on('app:event', forward)
    return () => ipcRenderer.off('app:event', forward)
  },
}

export type Bridge = typeof bridge

contextBridge.exposeInMainWorld('bridge', bridge)
