// `npm run bench -- NAME ARGUMENTS`: bundles bench/NAME.ts and runs it in Node; packages are loaded from node_modules.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { say } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'

const folder = join(root, 'bench')

await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  const names = existsSync(folder) ? readdirSync(folder).flatMap((file) => file.match(/^(.+)\.ts$/)?.[1] ?? []) : []
  if (!names.includes(name)) {
    say(`usage: npm run bench -- NAME, where NAME is one of: ${names.join(', ') || '(there is no measurement yet)'}`)
    return 2
  }
  await setUp({ window: true })
  await build()
  return become(process.execPath, [await bundle(name), ...args])
})

async function bundle(name) {
  const vite = await import('vite')
  const outDir = join(root, 'out', 'bench')
  await vite.build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(folder, `${name}.ts`),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[hash].mjs` } },
    },
  })
  return join(outDir, `${name}.mjs`)
}
