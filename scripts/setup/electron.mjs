import { cpSync, existsSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { progressOf, say, SetupError } from './messages.mjs'
import { importOfElectron, root } from './places.mjs'
import { canUseSpareRuntime, provideSpareRuntime } from './spareElectron.mjs'

const STALL_MS = 20_000
const packageFolder = join(root, 'node_modules', 'electron')

/** The executable, where Electron's own installer would put it; undefined when there is none. */
export function electronExecutable() {
  try {
    const file = join(packageFolder, 'dist', readFileSync(join(packageFolder, 'path.txt'), 'utf8'))
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** Version of the installed runtime, which on a machine without the official download is not the package's. */
export function installedElectronVersion() {
  try {
    return readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
  } catch {
    return undefined
  }
}

/** The Electron runtime: the official one, or the spare one where the official download does not answer. */
export const electron = {
  isReady: () => electronExecutable() !== undefined && installedElectronVersion() !== undefined,

  async provide() {
    const failure = await installOfficial().then(
      () => undefined,
      (error) => error,
    )
    if (failure === undefined) return
    say(`Electron: the official download failed: ${reasonOf(failure)}`)
    if (!canUseSpareRuntime()) throw new SetupError(`Electron could not be had. ${help()}`)
    install(await provideSpareRuntime(), 'electron')
  },
}

/** Uses Electron's own downloader: its cache, checksums, ELECTRON_MIRROR and ELECTRON_GET_USE_PROXY all hold. */
async function installOfficial() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const { downloadArtifact } = await importOfElectron('@electron/get')
  say(`Electron: the official runtime ${version} for ${process.platform} ${process.arch}`)
  const stall = stallGuard()
  let draw
  const zip = await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    cacheRoot: process.env.electron_config_cache,
    checksums: JSON.parse(readFileSync(join(packageFolder, 'checksums.json'), 'utf8')),
    downloadOptions: {
      quiet: true,
      signal: stall.signal,
      getProgressCallback: ({ transferred, total }) => {
        stall.alive()
        draw ??= progressOf('Electron', total ?? 0)
        draw(transferred, transferred === total)
      },
    },
  }).finally(stall.end)
  install(await unpack(zip), executableIn(process.platform))
}

async function unpack(zip) {
  const { extract } = await importOfElectron('@electron-internal/extract-zip')
  const folder = join(packageFolder, `dist.${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await extract(zip, { dir: folder })
  return folder
}

/** Puts a whole runtime in place: `dist` appears under its name at once, path.txt last. */
function install(folder, executable) {
  const dist = join(packageFolder, 'dist')
  rmSync(dist, { recursive: true, force: true })
  if (folder.startsWith(packageFolder)) renameSync(folder, dist)
  else {
    cpSync(folder, `${dist}.new`, { recursive: true, mode: constants.COPYFILE_FICLONE, verbatimSymlinks: true })
    renameSync(`${dist}.new`, dist)
  }
  writeFileSync(join(packageFolder, 'path.txt'), executable)
  say(`Electron ${installedElectronVersion()} is in place`)
}

function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Aborts when no byte arrived for 20 s, from the first connection on. */
function stallGuard() {
  const controller = new AbortController()
  let timer
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => controller.abort(new Error('no byte arrived for 20 s')), STALL_MS)
  }
  alive()
  return { signal: controller.signal, alive, end: () => clearTimeout(timer) }
}

function reasonOf(error) {
  return error.cause?.message ?? error.message
}

function help() {
  return (
    'Behind a proxy: ELECTRON_GET_USE_PROXY=true HTTPS_PROXY=http://HOST:PORT npm run setup. ' +
    'With a mirror: ELECTRON_MIRROR=https://HOST/PATH/ npm run setup'
  )
}
