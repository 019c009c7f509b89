import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { say, SetupError } from './messages.mjs'
import { root } from './places.mjs'
import { npm } from './run.mjs'

// One retry and 10 s a try: an unreachable registry is given up on within half a minute instead of npm's ten minutes.
const BOUNDED = [
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=2000',
  '--fetch-timeout=10000',
]

/** The packages of package-lock.json, installed by `npm ci`. */
export const dependencies = {
  isReady: () =>
    missingPackages(readLock('package-lock.json'), readLock('node_modules/.package-lock.json')).length === 0,

  async provide() {
    say('dependencies: npm ci')
    const code = await npm('npm ci', ['ci', '--prefer-offline', '--no-progress', '--loglevel=error', ...BOUNDED], {
      cwd: root,
    })
    if (code === 0) return
    throw new SetupError(
      'npm ci failed (its message is above). If package.json and package-lock.json disagree: npm install. ' +
        'If the registry cannot be reached: npm ping; behind a proxy: npm config set https-proxy http://HOST:PORT. Then again: npm ci',
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
