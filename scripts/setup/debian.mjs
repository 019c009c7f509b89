import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

import { electronExecutable, installedElectronVersion } from './electron.mjs'
import { say, SetupError } from './messages.mjs'
import { factsFolder } from './places.mjs'
import { outputOf, run } from './run.mjs'

const windowPackages = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6']
const compilerPackages = ['g++', 'make', 'python3']

/** What an Electron window needs from the system; on Debian and its kin installed by root, named to everybody else. */
export const windowLibraries = {
  isReady: () => process.platform !== 'linux' || (existsSync(librariesFact()) && (hasDisplay() || hasCommand('Xvfb'))),

  async provide() {
    const missing = missingLibraries()
    if (missing.length > 0 || (!hasDisplay() && !hasCommand('Xvfb'))) await provideForWindow(missing)
    mkdirSync(factsFolder, { recursive: true })
    writeFileSync(librariesFact(), '')
  },
}

export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

export function hasCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

export function needsCompiler() {
  return process.platform === 'linux' && !(hasCommand('g++') && hasCommand('make') && hasCommand('python3'))
}

export async function provideCompiler() {
  if (isDebian())
    await install(compilerPackages, 'SQLite has to be built, which takes a C++ compiler, make and Python 3')
  if (needsCompiler())
    throw new SetupError('SQLite has to be built: install a C++ compiler, make and Python 3; then: npm run setup')
}

async function provideForWindow(missing) {
  if (isDebian())
    await install(
      windowPackages,
      `the window lacks ${missing.join(', ') || 'Xvfb, the display of a machine without one'}`,
    )
  else if (missing.length > 0) {
    throw new SetupError(
      `The window needs libraries that this system lacks: ${missing.join(', ')}. Install them; then: npm run setup`,
    )
  }
}

/** @throws SetupError with the command to type when this is not root or apt-get fails. */
async function install(packages, why) {
  const names = packages.map(nameHere)
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  const byHand = new SetupError(`${why}. Run: sudo apt-get update && sudo ${command}; then: npm run setup`)
  if (process.getuid?.() !== 0) throw byHand
  say(`${why}: ${command}`)
  const bounded = [
    '-qq',
    '-o',
    'Acquire::http::Timeout=20',
    '-o',
    'Acquire::https::Timeout=20',
    '-o',
    'Acquire::Retries=1',
  ]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get update', 'apt-get', ['update', ...bounded], { env })
  const args = [...command.split(' ').slice(1), ...bounded, '-o', 'Dpkg::Use-Pty=0']
  if ((await run('apt-get install', 'apt-get', args, { env })) !== 0) throw byHand
}

/** Newer Debian and Ubuntu releases have some libraries under a name with the suffix of 64-bit time. */
function nameHere(name) {
  if (!name.startsWith('lib')) return name
  return outputOf('apt-cache', ['show', '--no-all-versions', `${name}t64`], { stdio: ['ignore', 'pipe', 'ignore'] })
    ? `${name}t64`
    : name
}

function missingLibraries() {
  const executable = electronExecutable()
  const listing = executable === undefined ? '' : (outputOf('ldd', [executable]) ?? '')
  return listing.split('\n').flatMap((line) => line.match(/^\s*(\S+) => not found/)?.[1] ?? [])
}

function isDebian() {
  return existsSync('/etc/debian_version') && hasCommand('apt-get')
}

function librariesFact() {
  return join(factsFolder, `libraries-of-electron-${installedElectronVersion()}`)
}
