import { ipcMain } from 'electron'
import Store from 'electron-store'
import { parseSetting } from '../settings/parse.ts'
import type { Settings, SettingsStore } from '../settings/settings.ts'

/** Preferences in preferences.json of the data folder. A damaged file is given up: nothing that matters is in it. */
export function openSettings(dataFolder: string): SettingsStore {
  const store = new Store<Partial<Settings>>({
    cwd: dataFolder,
    name: 'preferences',
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  })
  // The library answers a channel of its own, which tells any page the data folder; no page here may ask.
  ipcMain.removeAllListeners('electron-store-get-data')
  return {
    get: (key) => parseSetting(key, store.get(key)),
    set: (key, value) => store.set(key, value),
  }
}
