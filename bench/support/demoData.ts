import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A data folder with the demo company, gone when the process ends. */
export function demoData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-bench-demo-'))
  execFileSync(process.execPath, ['out/main/cli.js', 'demo', '--data', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
