import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runInProcess } from './cli/inProcess.ts'

const root = join(import.meta.dirname, '..', '..')

process.exitCode = await runInProcess({
  argv: process.argv.slice(2),
  version: String((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: unknown }).version),
  resourcesFolder: join(root, 'resources'),
  threadsFolder: import.meta.dirname,
})
