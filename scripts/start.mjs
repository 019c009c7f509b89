// `npm start -- ARGUMENTS`: sets up, builds what is stale and opens the window.
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { hasDisplay } from './setup/debian.mjs'
import { electronExecutable } from './setup/electron.mjs'
import { say, SetupError } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'

await main(async () => {
  await setUp({ window: true })
  await build()
  if (!hasDisplay()) {
    throw new SetupError(
      'There is no display to open a window on. With an invisible one of its own: xvfb-run -a npm start',
    )
  }
  const args = process.argv.slice(2)
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  return become(electronExecutable(), [...sandboxSwitches(args), root, ...args], { env })
})

/** The app never gives up its sandbox by itself; root cannot have one, so this launcher does it and says so. */
function sandboxSwitches(args) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || args.includes('--no-sandbox')) return []
  say(
    "running as root, for whom Electron's sandbox does not work: started with --no-sandbox. As an ordinary user the window is sandboxed",
  )
  return ['--no-sandbox']
}
