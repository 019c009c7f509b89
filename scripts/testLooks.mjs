// `npm run test:looks`: every page in light, dark, forced colors and at 200 % zoom, some minutes a page.
// `npm run test:looks -- Archives` takes the pages whose names hold the word.
import { join } from 'node:path'
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { hasDisplay } from './setup/debian.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'

await main(async () => {
  await setUp({ window: true })
  await build()
  const words = process.argv.slice(2).flatMap((word) => ['-g', word])
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const test = [process.execPath, playwright, 'test', '--config', 'playwright.looks.config.ts', ...words]
  const ownDisplay = hasDisplay() ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24']
  const [program, ...rest] = [...ownDisplay, ...test]
  return become(program, rest, { cwd: root })
})
