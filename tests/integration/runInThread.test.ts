import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createWriter } from '../../src/main/db/writer.ts'
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

// Would catch: a window in which nothing can be changed any more because a thread died in the middle of a write.
it.each(['process.exit(1)', "throw new Error('the disk is full')"])(
  'a thread that has borrowed the writing and ends by %s gives it back',
  async (end) => {
    const script = join(testFolder(), 'borrows.mjs')
    writeFileSync(
      script,
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', () => { ${end} })
       parentPort.postMessage({ kind: 'writing' })`,
    )
    const writer = createWriter()
    const lent = runInThread(script, {}, { writer })
    await expect(lent).rejects.toThrow(/without an answer|disk is full/)
    await writer.free()
    expect(writer.lent()).toBe(false)
  },
)

it('a thread that wants the writing twice at once writes one after the other, with others in between', async () => {
  const script = join(testFolder(), 'twice.mjs')
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads'
     let lent = 0
     parentPort.on('message', () => {
       parentPort.postMessage({ kind: 'progress', progress: 'writes' })
       parentPort.postMessage({ kind: 'written' })
       if ((lent += 1) === 2) { parentPort.postMessage({ kind: 'done', value: lent }); parentPort.close() }
     })
     parentPort.postMessage({ kind: 'writing' })
     parentPort.postMessage({ kind: 'writing' })`,
  )
  const writer = createWriter()
  const known: boolean[] = []
  const value = await runInThread<number, string>(script, {}, { writer, report: () => known.push(writer.lent()) })
  expect([value, known, writer.lent()]).toEqual([2, [true, true], false])
}, 30_000)
