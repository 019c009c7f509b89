// `node scripts/package.mjs` makes the packages of this system; `--dir` an unpacked app with the installed runtime,
// to look at and to test. `--out FOLDER` puts either elsewhere than dist/.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { installedElectronVersion } from './setup/electron.mjs'
import { say, SetupError } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'

await main(async () => {
  const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false }, out: { type: 'string' } } })
  await setUp({ window: true })
  await build()
  const runtime = values.dir ? installedRuntime() : officialRuntime()
  const output = values.out === undefined ? [] : [`--config.directories.output=${values.out}`]
  const tool = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const words = [...(values.dir ? ['--dir'] : []), '--publish', 'never', ...runtime, ...output]
  return become(process.execPath, [tool, ...words], { cwd: root })
})

/** Packs what is installed, which may be the spare runtime: good for a test, never to be handed on. */
function installedRuntime() {
  const version = installedElectronVersion()
  if (version !== wantedVersion())
    say(
      `packing the spare runtime ${version} in place of Electron ${wantedVersion()}: for testing only, not to be handed on`,
    )
  return [
    `--config.electronDist=${join(root, 'node_modules', 'electron', 'dist')}`,
    `--config.electronVersion=${version}`,
  ]
}

/** Lets electron-builder download Electron's own release, which it checks. */
function officialRuntime() {
  const version = installedElectronVersion()
  if (version !== wantedVersion())
    throw new SetupError(
      `The installed runtime ${version} is a spare one and SQLite was built for it; packages need Electron ${wantedVersion()}. ` +
        'Where its download answers: rm -rf node_modules && npm run setup. An unpacked app for testing: node scripts/package.mjs --dir',
    )
  return []
}

function wantedVersion() {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version
}
