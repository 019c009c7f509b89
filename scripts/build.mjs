import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { lockFile } from './setup.mjs'
import { withLock } from './setup/lock.mjs'
import { say, SetupError } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { run } from './setup/run.mjs'

const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const stamp = join(root, 'out', '.sources')

/** Builds `out/` when a source was added, changed or removed since it was built; else returns at once. */
export async function build() {
  if (builtFrom() === fingerprint()) return
  await withLock(lockFile('build'), async () => {
    const now = fingerprint()
    if (builtFrom() === now) return
    say('building out/')
    rmSync(stamp, { force: true })
    const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const code = await run('build', process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: root })
    if (code !== 0)
      throw new SetupError('The build failed (its message is above). To see all of it: npx electron-vite build')
    mkdirSync(join(root, 'out'), { recursive: true })
    writeFileSync(stamp, now)
  })
}

function builtFrom() {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return undefined
  }
}

/** Names, sizes and times of the sources: a removed file or an older one put back counts as a change too. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of sources) addTo(hash, join(root, name))
  return hash.digest('hex')
}

function addTo(hash, path) {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (facts === undefined) return
  if (!facts.isDirectory()) {
    if (!path.endsWith('.test.ts')) hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`)
    return
  }
  for (const name of readdirSync(path).toSorted()) addTo(hash, join(path, name))
}
