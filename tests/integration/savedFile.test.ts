import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { saveFile, savedPartialOf } from '../../src/main/files/savedFile.ts'
import { startTestApp } from '../support/app.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

// Would catch: a list of calls written over whatever a link names that somebody laid where the export was going to lie.
it('is not written through a link that lies where its bytes go first', async () => {
  const folder = testFolder()
  const [path, victim] = [join(folder, 'users.csv'), join(folder, 'victim')]
  writeFileSync(victim, 'precious')
  symlinkSync(victim, savedPartialOf(path))
  await saveFile(path, ['who called whom'])
  expect([readFileSync(victim, 'utf8'), lstatSync(path).isFile()]).toEqual(['precious', true])
})

// Would catch: an archive that is not valid any more, because a list was saved over one of its files.
it('is never saved into an archive', async () => {
  const folder = await demoFolder()
  const { services } = await openTestServices(folder)
  const { run } = await offboard(services, '1042')
  const path = join(run.archive!, 'data', 'calls.csv')
  const { invoke, signInAs } = await startTestApp(folder, { saveFile: async () => path })
  await signInAs('margaret.osei')
  const answer = await invoke('users.export', { filter: {}, sort: 'name', descending: false, columns: ['name'] })
  expect(answer).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } })
  const { valid } = await verifyBag(run.archive!, { signal: new AbortController().signal, report: () => undefined })
  expect(valid).toBe(true)
})
