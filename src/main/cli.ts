import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { runCli } from './cli/runCli.ts'

const root = join(import.meta.dirname, '..', '..')
const control = new AbortController()
// The first Ctrl+C asks for an end at the next safe point, the second does not ask.
process.once('SIGINT', () => {
  control.abort()
  process.once('SIGINT', () => process.exit(1))
})
process.once('SIGTERM', () => control.abort())
// A reader that has read enough, such as head, closes the pipe.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  env: process.env,
  signal: control.signal,
  version: String((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: unknown }).version),
  resourcesFolder: join(root, 'resources'),
})
