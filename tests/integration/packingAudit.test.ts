import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { testFolder } from '../support/folder.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

// Would catch: a copy of an archive that lies on a stick, and nobody knows who made it, because the disk of the data was full.
it('no file of an archive lies anywhere before the audit tells of it', async () => {
  const { services, dataFolder } = await openTestServices(await demoFolder())
  const { run } = await offboard(services, '1042')
  const { id } = services.archives.findAt(run.archive!)!
  const to = join(testFolder(), 'archive.zip')
  const pack = () =>
    services.packing.pack(
      id,
      { to, passphrase: null, replace: false },
      { signal: new AbortController().signal, report: () => undefined },
    )
  services.db.prepare('PRAGMA busy_timeout = 50').get()
  const other = new Database(join(dataFolder, 'offhook.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  await expect(pack()).rejects.toThrow('database is locked')
  other.exec('ROLLBACK')
  other.close()
  expect(existsSync(to)).toBe(false)
  await pack()
  const told = [...services.audit.entries()].slice(-2).map(({ action }) => action)
  expect([existsSync(to), told]).toEqual([true, ['archive.packStart', 'archive.export']])
})
