import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder of the test's own, gone after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
