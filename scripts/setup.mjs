// Sets up what a fresh clone lacks; `npm run setup` alone, and first thing in every other script of package.json.
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

import { windowLibraries } from './setup/debian.mjs'
import { dependencies } from './setup/dependencies.mjs'
import { electron } from './setup/electron.mjs'
import { withLock } from './setup/lock.mjs'
import { say, SetupError } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { sqlite } from './setup/sqlite.mjs'

const OLDEST_NODE = [20, 19]

/**
 * Provides what is missing and returns at once, silently, when nothing is. `window: false` leaves out Electron
 * and what its windows need, for commands that run in Node alone.
 * @throws SetupError whose message names the command that helps
 */
export async function setUp({ window }) {
  checkNode()
  const parts = window ? [dependencies, electron, windowLibraries, sqlite] : [dependencies, sqlite]
  if (parts.every((part) => part.isReady())) return false
  await withLock(lockFile('setup'), async () => {
    for (const part of parts) {
      if (!part.isReady()) await part.provide()
    }
  })
  return true
}

/** Runs a script's main function; a SetupError ends it with its message alone, a number is the exit code. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

export function lockFile(name) {
  return join(root, '.cache', `${name}.lock`)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new SetupError(
    `Node ${process.versions.node} is too old: Node ${OLDEST_NODE.join('.')} or newer is needed (https://nodejs.org)`,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const started = Date.now()
    const didSomething = await setUp({ window: true })
    say(didSomething ? `done in ${Math.round((Date.now() - started) / 1000)} s` : 'nothing is missing')
  })
}
