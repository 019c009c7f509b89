import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { createCompany } from '../../src/main/features/tenant/demo/people.ts'
import { tableNames } from '../../src/main/features/tenant/rows.ts'
import { createTenantService } from '../../src/main/features/tenant/service.ts'
import { countingIds, fixedClock } from '../support/clock.ts'
import { testFolder } from '../support/folder.ts'

const voicesFolder = join(import.meta.dirname, '../../resources/demo/voices')

async function largeDemo(size: { users: number; calls: number; messages: number }) {
  const dataFolder = testFolder()
  const database = await openDatabase({ folder: dataFolder, now: () => '2026-11-23T10:42:00.000Z' })
  onTestFinished(() => void database.close())
  const given = { db: asWriteDb(database), dataFolder, voicesFolder, clock: fixedClock(), ids: countingIds('n') }
  await createTenantService(given).createDemo(size, () => {})
  return { database, audio: join(dataFolder, 'audio'), rows: (sql: string) => database.prepare(sql).raw().all() }
}

describe('a large demo company', () => {
  it('gives everybody a user name, an id and an extension of their own, ids rising', () => {
    const { cast, invented } = createCompany(1, '2026-11-23', 140_000)
    const userNames = new Set(cast.map((person) => person.userName))
    const extensions = new Set(cast.map((person) => person.extension.number))
    let last = { id: '', extensionId: '' }
    for (let index = 0; index < invented.count; index += 1) {
      const { id, userName, extension } = invented.at(index)
      if (id <= last.id || extension.id <= last.extensionId) throw new Error(`The ids of person ${index} do not rise`)
      last = { id, extensionId: extension.id }
      userNames.add(userName)
      extensions.add(extension.number)
    }
    expect(userNames.size).toBe(cast.length + invented.count)
    expect(extensions.size).toBe(cast.length + invented.count)
  })

  it('is the same for a seed, whole and sound, and leaves the cast what it has', async () => {
    const size = { users: 1500, calls: 15_000, messages: 600 }
    const [first, second] = [await largeDemo(size), await largeDemo(size)]
    for (const table of tableNames)
      expect(second.rows(`SELECT * FROM ${table}`)).toEqual(first.rows(`SELECT * FROM ${table}`))
    expect(first.rows('PRAGMA foreign_key_check')).toEqual([])
    expect(first.rows('SELECT count(*) FROM call_record')).toEqual([[15_000]])
    expect(first.rows('SELECT count(*) FROM voicemail_message')).toEqual([[600]])
    const dana =
      "SELECT count(*) FROM voicemail_message JOIN extension x ON x.id = extension_id WHERE extension_number = '1042'"
    expect(first.rows(dana)).toEqual([[12]])
    expect(first.rows("SELECT count(*) > 10 FROM user WHERE status = 'INACTIVE'")).toEqual([[1]])
  })

  it('lets one message go without harm to another of the same clip', async () => {
    const { rows, audio } = await largeDemo({ users: 100, calls: 0, messages: 1100 })
    const files = rows('SELECT file, sha256 FROM voicemail_message') as [file: string, sha256: string][]
    const shared = files.filter(([file]) => statSync(join(audio, file)).nlink > 1)
    expect(shared.length).toBeGreaterThan(50)
    rmSync(join(audio, shared[0]![0]))
    for (const [other, sha256] of files.slice(files.indexOf(shared[0]!) + 1))
      expect(
        createHash('sha256')
          .update(readFileSync(join(audio, other)))
          .digest('hex'),
      ).toBe(sha256)
  })
})
