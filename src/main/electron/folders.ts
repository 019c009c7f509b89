import { app } from 'electron'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { dataFolderMode, namedDataFolder } from '../dataFolder.ts'

export type Folders = {
  data: string
  /** The built window and preload, beside the built main. */
  out: string
  /** What is read at run time and is not code: the demo company's voices, the icon. */
  resources: string
}

/**
 * Decides where everything lies, before the app is ready. Chromium keeps its own files in a folder of the data folder,
 * so two data folders are two apps that do not disturb each other.
 */
export function settleFolders(out: string): Folders {
  app.setName('Offhook')
  const data = namedDataFolder(process.argv, process.env) ?? join(app.getPath('appData'), 'Offhook')
  const chromium = join(data, 'window')
  mkdirSync(chromium, { recursive: true, mode: dataFolderMode })
  app.setPath('userData', data)
  app.setPath('sessionData', chromium)
  return { data, out, resources: resourcesFolderOf(out) }
}

export function resourcesFolderOf(out: string): string {
  return app.isPackaged ? process.resourcesPath : join(out, '..', 'resources')
}
