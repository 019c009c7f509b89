// What the spare runtime runs when an app folder is named on the command line: `electron [-r MODULE] FOLDER …`.
// It tells Electron the app's name, version and folder, then becomes that app.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { folder, preloads, asksVersion } = readArguments(process.argv.slice(1))
if (asksVersion) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}
if (folder === undefined) {
  process.stderr.write('Usage: electron [-r MODULE] FOLDER [ARGUMENT…]\n')
  process.exit(2)
}
const load = createRequire(join(process.cwd(), 'main.cjs'))
for (const preload of preloads) load(preload)
await becomeApp(resolve(folder))

function readArguments(args) {
  const modules = []
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '-r' || args[at] === '--require') modules.push(args[(at += 1)])
    else if (args[at] === '--version' || args[at] === '-v') return { preloads: modules, asksVersion: true }
    else if (!args[at].startsWith('-')) return { folder: args[at], preloads: modules, asksVersion: false }
  }
  return { preloads: modules, asksVersion: false }
}

async function becomeApp(appFolder) {
  process.defaultApp = true
  const description = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'))
  app.setName(description.productName ?? description.name)
  app.setVersion(description.version)
  app.setDesktopName(description.desktopName ?? `${app.getName()}.desktop`)
  app.setAppPath(appFolder)
  try {
    await import(pathToFileURL(join(appFolder, description.main ?? 'index.js')).href)
  } catch (error) {
    process.stderr.write(`The app in ${appFolder} failed to start:\n${error?.stack ?? error}\n`)
    process.exit(1)
  }
}
