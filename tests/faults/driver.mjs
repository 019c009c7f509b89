// Runs commands of the built command line one after the other in this process, so that a fault at one of hundreds of calls
// costs no start of a process. A line of JSON in: {argv, env}; after what the command prints, a line out on both streams: the
// mark and the exit code. The environment of the process is that of the shim, too.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import process from 'node:process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const cli = pathToFileURL(resolve('out', 'main', 'cli.js')).href
const mark = process.argv[2]
process.setMaxListeners(0)
process.stdout.setMaxListeners(0)
let count = 0

// The first command that is asked for finds everything loaded.
process.argv = [process.execPath, 'cli.js', '--help']
const print = process.stdout.write
process.stdout.write = () => true
await import(cli)
process.stdout.write = print

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {{argv: string[], env: Record<string, string | null>}} */
  const { argv, env } = JSON.parse(line)
  for (const [name, value] of Object.entries(env)) {
    if (value === null) delete process.env[name]
    else process.env[name] = value
  }
  process.argv = [process.execPath, 'cli.js', ...argv]
  process.exitCode = undefined
  let code = 70
  try {
    // The module runs as it is loaded; another address loads it anew.
    await import(`${cli}?${(count += 1)}`)
    code = process.exitCode
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }
  process.exitCode = undefined
  for (const name of Object.keys(env)) delete process.env[name]
  if (process.stderr.writableNeedDrain) await once(process.stderr, 'drain')
  // On both: what was complained of may come after what was printed.
  process.stderr.write(`\n${mark} ${code}\n`)
  process.stdout.write(`\n${mark} ${code}\n`)
}
