import { ipcMain } from 'electron'
import type ElectronStore from 'electron-store'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../log/logger.ts'
import { parseSetting } from '../settings/parse.ts'
import type { Settings, SettingsStore } from '../settings/settings.ts'

type Store = ElectronStore<Partial<Settings>>

/**
 * Preferences in preferences.json of the data folder. They are needed before the first paint and read as they lie
 * there; the library that writes them takes a tenth of a second to load and is fetched by load(), after the paint.
 */
export function openSettings(dataFolder: string, log: Logger): SettingsStore & { load(): Promise<void> } {
  const stored = readStored(join(dataFolder, 'preferences.json'))
  const now: Settings = {
    theme: parseSetting('theme', stored['theme']),
    window: parseSetting('window', stored['window']),
    archiveFolder: parseSetting('archiveFolder', stored['archiveFolder']),
    usersColumns: parseSetting('usersColumns', stored['usersColumns']),
    playbackSpeed: parseSetting('playbackSpeed', stored['playbackSpeed']),
    importAnswers: parseSetting('importAnswers', stored['importAnswers']),
  }
  const waiting: Partial<Settings> = {}
  let store: Store | null = null
  let loading: Promise<void> | null = null
  // A preference that cannot be kept stops nothing that it only goes with.
  const keep = (write: () => void): void => {
    try {
      write()
    } catch (error) {
      log.warn('Preferences are not kept', { error })
    }
  }
  const load = async (): Promise<void> => {
    store = await openStore(dataFolder)
    if (Object.keys(waiting).length > 0) keep(() => store?.set(waiting))
  }
  return {
    get: (key) => now[key],
    set: (key, value) => {
      now[key] = value
      if (store === null) waiting[key] = value
      else keep(() => store?.set(key, value))
    },
    load: () => (loading ??= load()),
  }
}

function readStored(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

async function openStore(dataFolder: string): Promise<Store> {
  const { default: Store } = await import('electron-store')
  const store = new Store<Partial<Settings>>({
    cwd: dataFolder,
    name: 'preferences',
    // Nothing that matters is in a damaged file.
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  })
  // The library answers a channel of its own, which tells any page the data folder; no page here may ask.
  ipcMain.removeAllListeners('electron-store-get-data')
  return store
}
