import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runInThread } from '../../src/main/workers/runInThread.ts'
import { testFolder } from '../support/folder.ts'

// Would catch: a file that keeps its reader in a circle, a Cancel that does nothing, and a window that cannot be quit.
it('a thread that does not heed Cancel is ended', async () => {
  const script = join(testFolder(), 'circle.mjs')
  writeFileSync(script, 'for (;;) {}')
  const control = new AbortController()
  const work = runInThread(script, {}, { signal: control.signal, patience: 500 })
  control.abort(new Error('cancelled by the operator'))
  await expect(work).rejects.toThrow('cancelled by the operator')
}, 30_000)
