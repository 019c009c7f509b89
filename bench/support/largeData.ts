import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const size = ['--users', '100000', '--calls', '1000000', '--messages', '20000']

/** A data folder with a demo company of 100,000 people and a million calls, gone when the process ends. */
export function largeData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-bench-large-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  execFileSync(process.execPath, ['out/main/cli.js', 'demo', ...size, '--data', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return folder
}
