// `npm run demo`: the main job without a window: a demo company, one person offboarded, the archive verified.
// Everything lies in a new folder, whose name is printed; `npm run demo -- FOLDER` names an empty one.
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

import { build } from './build.mjs'
import { main, setUp } from './setup.mjs'
import { SetupError } from './setup/messages.mjs'
import { root } from './setup/places.mjs'
import { become } from './setup/run.mjs'

// A member of the demo company with voicemails, a number, groups and a licence, and nothing in the way.
const person = { userName: 'dana.whitfield', extension: '1042' }

await main(async () => {
  await setUp({ window: false })
  await build()
  const folder = newFolder(process.argv[2])
  const data = join(folder, 'data')
  const archives = join(folder, 'archives')
  await step('A demo company', ['demo', '--data', data])
  const offboard = ['offboard', person.userName, '--archive', archives, '--confirm', person.extension, '--data', data]
  await step(`Offboarding ${person.userName}: every voicemail saved with proof before anything is reset`, offboard)
  const archive = join(archives, readdirSync(archives)[0])
  await step('Verifying the archive', ['archive', 'verify', archive])
  tell(`\nThe archive: ${archive}`)
  tell(`To listen, open in a browser: ${join(archive, 'data', 'index.html')}`)
  tell(`The company in the window:    npm start -- --data ${data}`)
})

async function step(title, args) {
  tell(`\n${title}`)
  tell(`$ npm run -s cli -- ${args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)).join(' ')}`)
  const code = await become(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...args])
  if (code !== 0) throw new SetupError(`The demo stops here: this step ended with exit code ${code}`)
}

function newFolder(asked) {
  if (asked === undefined) return mkdtempSync(join(tmpdir(), 'offhook-demo-'))
  if (asked.startsWith('-')) throw new SetupError(`${asked} is no folder. Usage: npm run demo -- FOLDER`)
  const folder = resolve(asked)
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new SetupError(`The folder is not empty: ${folder}. Name another one`)
  mkdirSync(folder, { recursive: true })
  return folder
}

function tell(line) {
  process.stdout.write(`${line}\n`)
}
