import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { probeAudio } from '../../src/main/archive/audio/probe.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { readVoices } from '../../src/main/features/tenant/demo/voices.ts'
import { tableNames } from '../../src/main/features/tenant/rows.ts'
import { createTenantService } from '../../src/main/features/tenant/service.ts'
import { countingIds, fixedClock } from '../support/clock.ts'
import { testFolder } from '../support/folder.ts'

const voicesFolder = join(import.meta.dirname, '../../resources/demo/voices')
const ignore = () => {}

async function openTenant(dataFolder = testFolder(), at?: string) {
  const clock = fixedClock(at)
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  onTestFinished(() => void database.close())
  const tenant = createTenantService({
    db: asWriteDb(database),
    dataFolder,
    voicesFolder,
    clock,
    ids: countingIds('n'),
  })
  const all = (sql: string): Record<string, unknown>[] => database.prepare<[], Record<string, unknown>>(sql).all()
  return { tenant, dataFolder, all, column: (sql: string) => all(sql).map((row) => Object.values(row)[0]) }
}
type Opened = Awaited<ReturnType<typeof openTenant>>

const small = { calls: 300, messages: 230 }
const dump = ({ all }: Opened) =>
  [...tableNames, 'call_log'].map((table) => all(`SELECT * FROM ${table} ORDER BY 1, 2`))
const audioFiles = (dataFolder: string) =>
  readdirSync(join(dataFolder, 'audio'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())

describe('the demo company', () => {
  it('is the same for a seed and a day, and another one for another seed', async () => {
    const [first, second, other] = [await openTenant(), await openTenant(), await openTenant()]
    await first.tenant.createDemo(small, ignore)
    await second.tenant.createDemo(small, ignore)
    await other.tenant.createDemo({ ...small, seed: 2 }, ignore)
    expect(dump(second)).toEqual(dump(first))
    expect(other.column('SELECT id FROM user')).not.toEqual(first.column('SELECT id FROM user'))
  })

  it('has 48 people, the calls and messages that were asked for, sound references and no real number', async () => {
    const opened = await openTenant()
    await opened.tenant.createDemo({}, ignore)
    expect(opened.tenant.status()).toEqual({ kind: 'demo', name: 'Marlowe & Finch', users: 48 })
    expect(opened.column('SELECT count(*) FROM call_record')).toEqual([12_000])
    expect(opened.column('SELECT count(*) FROM voicemail_message')).toEqual([420])
    expect(opened.all('PRAGMA foreign_key_check')).toEqual([])
    const reserved = /^\+(1\d{3}55501\d\d|4420794609\d\d|493023125\d{3})$/
    expect(opened.column('SELECT phone_number FROM phone_number').filter((one) => !reserved.test(String(one)))).toEqual(
      [],
    )
    const overlap = 'SELECT caller_number FROM voicemail_message JOIN phone_number ON phone_number = caller_number'
    expect(opened.column(overlap)).toEqual([])
  })

  it('leaves nothing in the future and nothing before the people joined', async () => {
    const { tenant, column } = await openTenant()
    await tenant.createDemo(small, ignore)
    for (const instant of ['call_record.started_at', 'voicemail_message.received_at', 'chat_message.sent_at']) {
      const [table, name] = instant.split('.')
      const [newest] = column(`SELECT max(${name}) FROM ${table}`)
      expect(String(newest) < '2026-11-23').toBe(true)
    }
    expect(
      column(
        'SELECT u.id FROM call_record c JOIN user u ON u.id = c.callee_user_id WHERE c.started_at < u.created_time',
      ),
    ).toEqual([])
    expect(column("SELECT min(started_at) < '2025-10-01' FROM call_record")).toEqual([1])
  })

  it('gives every message and greeting a file of its own with the bytes that its row names', async () => {
    const { tenant, all, dataFolder } = await openTenant()
    await tenant.createDemo({}, ignore)
    const rows = all(
      'SELECT file, bytes, sha256 FROM voicemail_message UNION ALL SELECT file, bytes, sha256 FROM greeting',
    )
    for (const row of rows) {
      const audio = readFileSync(join(dataFolder, 'audio', String(row['file'])))
      const found = { file: row['file'], bytes: audio.length, sha256: createHash('sha256').update(audio).digest('hex') }
      expect(found).toEqual(row)
    }
    expect(audioFiles(dataFolder)).toHaveLength(rows.length)
  })

  it('comes with at most 4 MB of sound and data', () => {
    const entries = readdirSync(join(voicesFolder, '..'), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile())
    const bytes = files.reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0)
    expect(files.length).toBeGreaterThan(40)
    expect(bytes).toBeLessThanOrEqual(4_000_000)
  })

  it('comes with clips that the archive measures as they are listed', async () => {
    const { messages, greetings } = await readVoices(voicesFolder)
    for (const { file, format, seconds } of [...messages, ...greetings]) {
      const measured = await probeAudio(readFileSync(join(voicesFolder, file)), file)
      expect([file, measured?.format]).toEqual([file, format])
      expect(Math.abs((measured?.seconds ?? 0) - seconds)).toBeLessThan(0.1)
    }
  })

  it('grows to the people, calls and messages asked for, with user names and extensions of their own', async () => {
    const { tenant, column, all } = await openTenant()
    await tenant.createDemo({ users: 2500, calls: 900, messages: 600 }, ignore)
    expect(tenant.status().users).toBe(2500)
    expect(column('SELECT count(*) FROM call_record')).toEqual([900])
    expect(column('SELECT count(*) FROM voicemail_message')).toEqual([600])
    expect(all('PRAGMA foreign_key_check')).toEqual([])
    expect(column("SELECT extension_number FROM extension WHERE extension_number NOT GLOB '[123]*'")).toEqual([])
  })
})

describe('a company that was cut short', () => {
  it('is gone at the next start, and can be made anew as if nothing had been', async () => {
    const [killed, whole] = [await openTenant(), await openTenant()]
    const left = testFolder()
    let copied = false
    await killed.tenant.createDemo(small, ({ done }) => {
      if (done < 400 || copied) return
      copied = true
      // What a kill at this instant would leave behind.
      cpSync(killed.dataFolder, left, { recursive: true })
    })
    expect(audioFiles(left).length).toBeGreaterThan(0)
    const next = await openTenant(left)
    expect(dump(next).flat()).toEqual([])
    expect(next.tenant.status().kind).toBe('none')
    await next.tenant.removeUnfinished()
    expect(audioFiles(left)).toEqual([])
    await next.tenant.createDemo(small, ignore)
    await whole.tenant.createDemo(small, ignore)
    expect(dump(next)).toEqual(dump(whole))
    expect(existsSync(join(left, 'demo.unfinished'))).toBe(false)
  })

  it('leaves no person behind when it was cancelled', async () => {
    const opened = await openTenant()
    const cancel = new AbortController()
    const creation = opened.tenant.createDemo(small, () => cancel.abort(), cancel.signal)
    await expect(creation).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(dump(opened).flat()).toEqual([])
    expect(opened.tenant.status().kind).toBe('none')
    await opened.tenant.createDemo(small, ignore)
    expect(opened.tenant.status().users).toBe(48)
  })
})

describe('a data folder', () => {
  it('takes one company only, and never the demo company over people who are there', async () => {
    const opened = await openTenant()
    await opened.tenant.createOwn({ name: 'Our firm', site: 'Main street' })
    expect(opened.tenant.status()).toEqual({ kind: 'own', name: 'Our firm', users: 0 })
    const before = dump(opened)
    await expect(opened.tenant.createDemo(small, ignore)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(opened.tenant.createOwn({ name: 'Two', site: 'Two' })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(dump(opened)).toEqual(before)
  })

  it('refuses a second creation while the first is under way, in this process or another', async () => {
    const opened = await openTenant()
    const sameFolder = await openTenant(opened.dataFolder)
    const creation = opened.tenant.createDemo(small, ignore)
    await expect(opened.tenant.createDemo(small, ignore)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(sameFolder.tenant.createDemo(small, ignore)).rejects.toMatchObject({ code: 'CONFLICT' })
    await sameFolder.tenant.removeUnfinished()
    await creation
    expect(opened.column('SELECT count(*) FROM call_record')).toEqual([300])
  })
})
