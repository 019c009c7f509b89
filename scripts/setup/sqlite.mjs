import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

import { needsCompiler, provideCompiler } from './debian.mjs'
import { electronExecutable, installedElectronVersion } from './electron.mjs'
import { say, SetupError } from './messages.mjs'
import { cacheFolder, factsFolder, root } from './places.mjs'
import { outputOf, run } from './run.mjs'

// better-sqlite3's own binary declares this Node-API; a runtime with an older one crashes as it loads it.
const PREBUILT_NODE_API = 10
const packageFolder = join(root, 'node_modules', 'better-sqlite3')
const binary = join(packageFolder, 'build', 'Release', 'better_sqlite3.node')
const QUERY = "const D = require('better-sqlite3'); new D(':memory:').prepare('SELECT 1').get()"

/** A better-sqlite3 that loads in this Node and in the installed Electron: its own binary, or one built from its source. */
export const sqlite = {
  isReady: () => existsSync(binary) || Math.min(...nodeApis()) >= PREBUILT_NODE_API,

  async provide() {
    if (takeFromCache()) return
    say(
      `SQLite: ${runtimesWithOldNodeApi()} cannot load the ready-made binary: building better-sqlite3 from its source, once; this takes a minute or two`,
    )
    if (needsCompiler()) await provideCompiler()
    await build()
    if (!loadsEverywhere()) throw new SetupError(`SQLite was built but does not load. ${rebuildHelp()}`)
    keep(binary, cachedBinary())
    say('SQLite: built, loads in every runtime here')
  },
}

function takeFromCache() {
  if (!existsSync(cachedBinary())) return false
  keep(cachedBinary(), binary)
  if (loadsEverywhere()) {
    say('SQLite: the build from an earlier set-up is in place')
    return true
  }
  rmSync(binary, { force: true })
  return false
}

async function build() {
  // Node-API 9 lacks what better-sqlite3 takes from 10 under that name; as experimental features it has them.
  const flags = '-w -UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'
  const gyp = join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  const args = [gyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', '--loglevel=warn', ...headers()]
  const env = { ...process.env, CXXFLAGS: `${process.env.CXXFLAGS ?? ''} ${flags}`.trim() }
  const code = await run('SQLite', process.execPath, args, { cwd: packageFolder, env, quiet: true })
  if (code !== 0) throw new SetupError(`SQLite could not be built (the message is above). ${rebuildHelp()}`)
}

/** Node's own headers where it was installed with them; without, node-gyp downloads them. */
function headers() {
  const prefix = dirname(dirname(process.execPath))
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : []
}

function rebuildHelp() {
  return 'It needs a C++ compiler, make and Python 3; with Node 22.14 or newer and the official Electron no build is needed. Again: npm run setup'
}

/** Copies under a temporary name first: a half-written library would crash whoever loads it. */
function keep(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, `${to}.${process.pid}`)
  renameSync(`${to}.${process.pid}`, to)
}

function cachedBinary() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  return join(cacheFolder(), `better-sqlite3-${version}-${process.platform}-${process.arch}.node`)
}

function loadsEverywhere() {
  return [process.execPath, electronExecutable()]
    .filter((runtime) => runtime !== undefined)
    .every((runtime) => outputOf(runtime, ['-e', QUERY], asNode()) !== undefined)
}

function nodeApis() {
  return [Number(process.versions.napi), electronNodeApi()].filter((version) => version !== undefined)
}

function runtimesWithOldNodeApi() {
  const old = Number(process.versions.napi) < PREBUILT_NODE_API ? [`Node ${process.versions.node}`] : []
  if ((electronNodeApi() ?? PREBUILT_NODE_API) < PREBUILT_NODE_API) old.push(`Electron ${installedElectronVersion()}`)
  return old.join(' and ')
}

/** Asks the installed Electron once, then remembers: starting it takes longer than all other checks together. */
function electronNodeApi() {
  const executable = electronExecutable()
  if (executable === undefined) return undefined
  const fact = join(factsFolder, `node-api-of-electron-${installedElectronVersion()}`)
  if (existsSync(fact)) return Number(readFileSync(fact, 'utf8'))
  const answer = outputOf(executable, ['-p', 'process.versions.napi'], asNode())
  if (answer === undefined) return undefined
  mkdirSync(factsFolder, { recursive: true })
  writeFileSync(fact, answer)
  return Number(answer)
}

function asNode() {
  return { cwd: root, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }
}
