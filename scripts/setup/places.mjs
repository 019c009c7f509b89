import { homedir } from 'node:os'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Facts about the installed dependencies; gone with them when `npm ci` empties the folder. */
export const factsFolder = join(root, 'node_modules', '.cache', 'offhook')

/** The folder that outlives a checkout: `OFFHOOK_CACHE`, or the place where the system keeps caches. */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.OFFHOOK_CACHE) return env.OFFHOOK_CACHE
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'offhook', 'Cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'offhook')
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'offhook')
}

/** Loads a package that Electron's own installer depends on, in the version that it depends on. */
export function importOfElectron(name) {
  const load = createRequire(join(root, 'node_modules', 'electron', 'install.js'))
  return import(pathToFileURL(load.resolve(name)).href)
}
