// `npm run -s cli -- COMMAND`: the command line in Node, without a window; stdout belongs to the command.
import { join } from 'node:path'
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'

await main(async () => {
  await setUp({ window: false })
  await build()
  return become(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)])
})
