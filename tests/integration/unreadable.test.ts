import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { readCalls } from '../../src/main/features/archives/records.ts'
import { runInThread } from '../../src/main/workers/runInThread.ts'
import { cli } from '../support/cli.ts'
import { folderWith, soundBag } from '../support/bags.ts'
import { testFolder } from '../support/folder.ts'
import { openTestServices } from '../support/services.ts'

/** Nothing is refused to root. */
function asNobody(): void {
  if (process.getuid?.() !== 0) return
  process.seteuid!(65_534)
  onTestFinished(() => process.seteuid!(0))
}

// Each of these once ended the app with an error that nobody had asked for.
it('calls of an archive that may not be read are told so', async () => {
  const bag = testFolder()
  const file = join(bag, 'data/calls.csv')
  mkdirSync(dirname(file))
  writeFileSync(file, 'started_at\n1\n')
  for (const folder of [bag, dirname(file)]) chmodSync(folder, 0o755)
  chmodSync(file, 0)
  asNobody()
  await expect(readCalls(bag, { offset: 0, limit: 5 })).rejects.toMatchObject({ code: 'ARCHIVE_INVALID' })
})

it('problems of an import that are not there to be saved are told so', async () => {
  const { services, dataFolder } = await openTestServices()
  rmSync(join(dataFolder, 'import-problems.csv'), { force: true })
  const saving = services.imports.saveProblems(join(testFolder(), 'problems.csv'))
  await expect(saving).rejects.toMatchObject({ code: 'FILE_PROBLEM' })
})

it('work in a thread fails when what is done with its report does', async () => {
  const script = join(testFolder(), 'thread.mjs')
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads'
    parentPort.postMessage({ kind: 'progress', progress: 1 })
    setTimeout(() => parentPort.postMessage({ kind: 'done', value: 1 }), 200)`,
  )
  const report = (): void => {
    throw new Error('the disk is full')
  }
  await expect(runInThread(script, {}, { report })).rejects.toThrow('the disk is full')
})

it('names in a foreign archive do not reach the terminal as they are', async () => {
  const other = folderWith({
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha512.txt': `${'0'.repeat(128)}  data/\u001B[2J\u001B]0;owned\u0007.txt\n`,
  })
  const { out, code } = await cli(['archive', 'compare', soundBag('1.0', 'sha512'), other])
  expect(code).toBe(0)
  expect(out).toContain('owned')
  expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
})
