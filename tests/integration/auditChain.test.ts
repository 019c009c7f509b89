import type Database from 'better-sqlite3'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAudit } from '../../src/main/audit/listRepository.ts'
import { appendAudit, hashOf, readAuditHead } from '../../src/main/audit/repository.ts'
import { verifyAudit } from '../../src/main/audit/verifyAudit.ts'
import { migrations } from '../../src/main/db/migrations.ts'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { canonicalJson, digest } from '../../src/main/digest.ts'
import { fixedClock } from '../support/clock.ts'
import { testFolder } from '../support/folder.ts'
import { offboard, openTestServices, demoFolder } from '../support/services.ts'

const clock = fixedClock()

/** A chain of ten entries with texts that JSON has to escape. */
async function chain(entries = 10): Promise<Database.Database> {
  const database = await openDatabase({ folder: testFolder(), now: () => '2026-11-23T10:00:00.000Z' })
  for (let nth = 1; nth <= entries; nth += 1) {
    const detail = { run: `r${nth}`, outcome: 'Zoë said "no"\n\u0007', nested: { previousHash: 'x', seq: nth } }
    appendAudit(asWriteDb(database), clock, {
      operator: 'Zoë "Z"',
      action: 'run.reset',
      // The second is longer than what a quick look takes in.
      subject: `person ${nth}${nth === 2 ? ' of many words'.repeat(30) : ''}`,
      detail,
    })
  }
  return database
}

async function problemsOf(database: Database.Database): Promise<string[]> {
  // Two parts, so that faults at the seam are found as well.
  const { problems, problemCount, valid } = await verifyAudit(asWriteDb(database), [], { parts: 2 })
  expect(valid).toBe(problemCount === 0)
  expect(problemCount).toBe(problems.length)
  return problems.map(({ message }) => message)
}

/** Writes an entry's text anew, with a hash that fits it, as somebody who knows the format would. */
function forge(database: Database.Database, seq: number, change: Record<string, unknown>): void {
  const text = database.prepare('SELECT content FROM audit_entry WHERE seq = ?').pluck().get(seq) as string
  const content = JSON.stringify({ ...(JSON.parse(text) as object), ...change })
  database.prepare('UPDATE audit_entry SET content = ?, hash = ? WHERE seq = ?').run(content, hashOf(content), seq)
}

function shift(database: Database.Database, from: number, by: number): void {
  database.exec(`UPDATE audit_entry SET seq = -seq WHERE seq >= ${from}`)
  database.exec(`UPDATE audit_entry SET seq = -seq + ${by} WHERE seq < 0`)
}

describe('the audit chain', () => {
  it('is valid as it was written', async () => {
    expect(await problemsOf(await chain())).toEqual([])
  })

  it('names an entry whose text was edited', async () => {
    const database = await chain()
    database.exec(`UPDATE audit_entry SET content = replace(content, 'person 4', 'person 5') WHERE seq = 4`)
    expect(await problemsOf(database)).toEqual(['Entry 4 was changed after being written.'])
  })

  it('names an entry that was edited and hashed again', async () => {
    const database = await chain()
    forge(database, 4, { subject: 'nobody' })
    expect(await problemsOf(database)).toEqual([
      'Entry 5 does not follow entry 4: one of the two was put in the place of another.',
    ])
  })

  it('names entries that were deleted, at the start and at the seam of the parts too', async () => {
    const database = await chain()
    database.exec('DELETE FROM audit_entry WHERE seq IN (1, 5, 6)')
    expect(await problemsOf(database)).toEqual(['Entry 1 is missing.', 'Entries 5 to 6 are missing.'])
  })

  it('finds what is missing although the others were numbered anew', async () => {
    const database = await chain()
    database.exec('DELETE FROM audit_entry WHERE seq = 4')
    shift(database, 5, -1)
    expect(await problemsOf(database)).toEqual([
      'Entries 4 to 9 were written as entries 5 to 10.',
      'Entry 4 is missing.',
    ])
  })

  it('names an entry that was inserted, with a hash that fits', async () => {
    const database = await chain()
    shift(database, 4, 1)
    database.exec('INSERT INTO audit_entry (seq, content, hash) SELECT 4, content, hash FROM audit_entry WHERE seq = 3')
    const previous = database.prepare('SELECT hash FROM audit_entry WHERE seq = 3').pluck().get()
    forge(database, 4, { seq: 4, previousHash: previous, subject: 'somebody' })
    expect(await problemsOf(database)).toEqual([
      'Entry 4 was inserted afterwards.',
      'Entries 5 to 11 were written as entries 4 to 10.',
    ])
  })

  it('names entries that changed places', async () => {
    const database = await chain()
    database.exec('UPDATE audit_entry SET seq = -3 WHERE seq = 3')
    database.exec('UPDATE audit_entry SET seq = 3 WHERE seq = 7')
    database.exec('UPDATE audit_entry SET seq = 7 WHERE seq = -3')
    expect(await problemsOf(database)).toEqual(['Entry 3 was written as entry 7.', 'Entry 7 was written as entry 3.'])
  })

  it('cannot say anything else in a column than what was hashed', async () => {
    const database = await chain()
    expect(() => database.exec("UPDATE audit_entry SET operator = 'somebody else'")).toThrow('generated column')
  })

  it('counts all problems and lists the first hundred', async () => {
    const database = await chain(500)
    database.exec('DELETE FROM audit_entry WHERE seq % 2 = 0')
    const { problems, problemCount } = await verifyAudit(asWriteDb(database), [])
    expect([problems.length, problemCount]).toEqual([100, 249])
  })
})

describe('a chain of the version before', () => {
  it('holds after the migration, whatever its texts hold', async () => {
    const folder = testFolder()
    const now = (): string => '2026-11-23T10:00:00.000Z'
    const old = await openDatabase({ folder, now, steps: migrations.filter(({ id }) => id < 8) })
    const insert = old.prepare('INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    const texts = ['plain', 'Zoë "Z" \\', '\u0001\b\t\n\u000b\f\r\u001f\u007f', '\u2028 😀 ／', '']
    let previousHash = '0'.repeat(64)
    texts.forEach((text, index) => {
      const event = { operator: text, action: 'run.reset', subject: text, detail: { outcome: text, count: index } }
      const content = { seq: index + 1, at: now(), ...event, previousHash }
      const hash = digest(content)
      const detail = canonicalJson(event.detail)
      insert.run(content.seq, content.at, text, event.action, text, detail, previousHash, hash)
      previousHash = hash
    })
    old.close()
    const database = await openDatabase({ folder, now })
    appendAudit(asWriteDb(database), clock, { operator: 'x', action: 'run.done', subject: 'y', detail: {} })
    expect(await problemsOf(database)).toEqual([])
    expect(database.prepare('SELECT subject FROM audit_entry WHERE seq = 3').pluck().get()).toBe(texts[2])
    expect([...readAudit(asWriteDb(database))]).toHaveLength(6)
    database.close()
  })
})

describe('what is known outside of the chain', () => {
  it('the head file shows that the end was cut off, and keeps showing it', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    await offboard(services, 'dana.whitfield')
    const head = readAuditHead(services.db)!
    await services.close()
    expect(JSON.parse(readFileSync(join(dataFolder, 'audit-head.json'), 'utf8'))).toEqual(head)

    const again = await openTestServices(dataFolder)
    again.services.db.prepare('DELETE FROM audit_entry WHERE seq > ?').run(head.seq - 2)
    // New entries take the numbers of those that are gone.
    await offboard(again.services, 'layla.haddad')
    const verified = await again.services.audit.verify()
    expect(verified.valid).toBe(false)
    expect(verified.problems.map((problem) => problem.message)).toEqual([
      `Entry ${head.seq} is not the one that the file audit-head.json knows.`,
    ])
    await again.services.close()
    expect(JSON.parse(readFileSync(join(dataFolder, 'audit-head.json'), 'utf8'))).toEqual(head)
  })

  // Would catch: an entry of a stranger that takes the place of the last one that is known, so that a cut is not named.
  it('the head file does not follow an entry that does not follow the chain', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    await offboard(services, 'dana.whitfield')
    const head = readAuditHead(services.db)!
    await services.close()
    const again = await openTestServices(dataFolder)
    const { db, audit } = again.services
    db.prepare("INSERT INTO audit_entry (seq, content, hash) VALUES (?, '{}', ?)").run(head.seq + 1, '0'.repeat(64))
    await audit.verify()
    db.prepare('DELETE FROM audit_entry WHERE seq >= ?').run(head.seq - 1)
    const { problems } = await audit.verify()
    expect(problems).toMatchObject([{ kind: 'cutTail', seq: head.seq - 1, lastSeq: head.seq }])
    await again.services.close()
    expect(JSON.parse(readFileSync(join(dataFolder, 'audit-head.json'), 'utf8'))).toEqual(head)
  })

  it('an archive shows that the end was cut off when the head file went with it', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    const { run } = await offboard(services, 'dana.whitfield')
    const info = readFileSync(join(run.archive!, 'bag-info.txt'), 'utf8')
    const [, seq] = /^Offhook-Audit-Head: (\d+) [0-9a-f]{64}$/m.exec(info) ?? []
    expect(readFileSync(join(run.archive!, 'data', 'custody.json'), 'utf8')).toContain('"auditHead"')
    services.db.prepare('DELETE FROM audit_entry WHERE seq >= ?').run(Number(seq))
    writeFileSync(join(dataFolder, 'audit-head.json'), JSON.stringify(readAuditHead(services.db)))
    const { valid, problems } = await services.audit.verify()
    expect(valid).toBe(false)
    expect(problems).toMatchObject([{ kind: 'cutTail', lastSeq: Number(seq) }])
    expect(problems[0]!.message).toContain('the archive ')
  })

  // Would catch: a cut end that nobody sees, because the file that knew of it went with it.
  it('a head file that is gone is reported, and is not made anew in silence', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    await offboard(services, 'dana.whitfield')
    const { seq } = readAuditHead(services.db)!
    expect(await services.audit.verify()).toMatchObject({ valid: true })
    await services.close()

    const path = join(dataFolder, 'audit-head.json')
    const cut = await openDatabase({ folder: dataFolder, now: () => '2026-11-23T10:00:00.000Z' })
    // No bag knows of these entries.
    cut.prepare('DELETE FROM audit_entry WHERE seq > ?').run(seq - 1)
    cut.close()
    rmSync(path)
    const again = await openTestServices(dataFolder)
    const told = {
      valid: false,
      problems: [{ kind: 'anchorMissing', message: expect.stringContaining('gone') as string }],
    }
    for (let time = 0; time < 2; time += 1) expect(await again.services.audit.verify()).toMatchObject(told)
    await again.services.close()
    const later = await openTestServices(dataFolder)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(readAuditHead(later.services.db))
    const missing = [...later.services.audit.entries()].filter(({ action }) => action === 'audit.headFileMissing')
    expect(missing).toMatchObject([{ operator: 'Offhook', subject: 'audit-head.json', detail: { lastEntry: seq - 1 } }])
    expect(await later.services.audit.verify()).toMatchObject({ valid: true })
    rmSync(path)
    expect(await later.services.audit.verify()).toMatchObject(told)
  })

  it('a head file that no start has written yet is not missed, in a copied folder neither', async () => {
    const { services, dataFolder } = await openTestServices()
    expect(await services.audit.verify()).toMatchObject({ valid: true, problems: [] })
    await services.tenant.createDemo({ users: 40, calls: 10, messages: 5 }, () => {})
    // A kill within the first second: the entries are there, and the file is not.
    services.db.prepare('UPDATE audit_head_file SET kept_since = NULL').run()
    rmSync(join(dataFolder, 'audit-head.json'), { force: true })
    expect(await services.audit.verify()).toMatchObject({ valid: true, problems: [] })
    await services.close()
    const copy = testFolder()
    cpSync(dataFolder, copy, { recursive: true })
    const copied = await openTestServices(copy)
    expect(await copied.services.audit.verify()).toMatchObject({ valid: true, problems: [] })
  })

  it('a head file that says nothing is reported, because the end could be cut off', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    writeFileSync(join(dataFolder, 'audit-head.json'), '{}')
    expect(await services.audit.verify()).toMatchObject({ valid: false, problems: [{ kind: 'anchorUnreadable' }] })
  })
})
