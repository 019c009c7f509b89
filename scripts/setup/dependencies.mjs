import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { say, SetupError } from './messages.mjs'
import { root } from './places.mjs'
import { npm, npmSucceeds } from './run.mjs'

// npm itself waits minutes for a registry that accepts connections and says nothing.
const REGISTRY_ANSWERS_WITHIN_MS = 15_000
// Any package would do as the question; this one is small and among the dependencies.
const QUESTION = ['view', 'canonicalize', 'version', '--prefer-online', '--fetch-retries=0']

/** The packages of package-lock.json, installed by `npm ci`. */
export const dependencies = {
  isReady: () =>
    missingPackages(readLock('package-lock.json'), readLock('node_modules/.package-lock.json')).length === 0,

  async provide() {
    say('dependencies: npm ci')
    const online = npmSucceeds(QUESTION, REGISTRY_ANSWERS_WITHIN_MS)
    if (!online) say("dependencies: the package registry does not answer; trying npm's own cache")
    const args = ['ci', online ? '--prefer-offline' : '--offline', '--no-progress', '--loglevel=error']
    if ((await npm('npm ci', args, { cwd: root })) === 0) return
    throw new SetupError(
      online
        ? 'npm ci failed (its message is above). If package.json and package-lock.json disagree: npm install; then: npm run setup'
        : 'The dependencies cannot be had. To see why: npm ping; behind a proxy: npm config set https-proxy http://HOST:PORT; then: npm run setup',
    )
  },
}

/**
 * Which packages of the lock file are absent or of another version in what npm recorded as installed.
 * Optional packages may be absent: npm leaves out those of other platforms.
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted?.packages ?? {})
    .filter(([path, entry]) => path !== '' && isMissing(entry, installed?.packages?.[path]))
    .map(([path]) => path)
}

function isMissing(entry, found) {
  if (found === undefined) return entry.optional !== true
  return entry.version !== found.version
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'))
  } catch {
    return undefined
  }
}
