import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const size = ['--users', '100000', '--calls', '1000000', '--messages', '20000']

/**
 * A data folder with a demo company of 100,000 people and a million calls, gone when the process ends. One that --data
 * names is kept for the next measurement.
 */
export function largeData(): string {
  const { data } = parseArgs({ options: { data: { type: 'string' } }, strict: false }).values
  if (typeof data === 'string') {
    if (!existsSync(join(data, 'offhook.sqlite'))) makeLargeDemo(data)
    return data
  }
  const folder = mkdtempSync(join(tmpdir(), 'offhook-bench-large-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  makeLargeDemo(folder)
  return folder
}

export function makeLargeDemo(folder: string): void {
  execFileSync(process.execPath, ['out/main/cli.js', 'demo', ...size, '--data', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
