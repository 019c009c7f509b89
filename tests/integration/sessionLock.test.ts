import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../src/main/db/open.ts'
import { asWriteDb } from '../../src/main/db/sql.ts'
import { findOperator } from '../../src/main/operators/repository.ts'
import { Session } from '../../src/main/operators/session.ts'
import { fixedClock } from '../support/clock.ts'
import { demoFolder } from '../support/services.ts'

/** A session beside a second process that can have the writing of the same database. */
async function besideAnother() {
  const folder = await demoFolder()
  const clock = fixedClock()
  const database = await openDatabase({ folder, now: () => clock.now().toISOString() })
  database.pragma('busy_timeout = 50')
  const other = new Database(join(folder, 'offhook.sqlite'))
  onTestFinished(() => {
    other.close()
    database.close()
  })
  const db = asWriteDb(database)
  const told: string[] = []
  const session = new Session({ db, clock, idleMinutes: () => 15, changed: (state) => told.push(state) })
  const operator = findOperator(db, 'margaret.osei')!
  session.begin(operator)
  const entries = (): unknown[] =>
    database
      .prepare<[], string>(
        "SELECT content FROM audit_entry WHERE action IN ('operator.lock', 'operator.unlock') ORDER BY seq",
      )
      .pluck()
      .all()
      .map((content) => JSON.parse(content) as Record<string, unknown>)
      .map(({ action, detail }) => ({ action, ...(detail as object) }))
  const idle = (): void => clock.set('2026-11-23T11:00:00.000Z')
  return { db, session, operator, told, entries, idle, clock, other }
}

const locked = { action: 'operator.lock', reason: 'idle', at: '2026-11-23T11:00:00.000Z' }

// Would catch: a window that is never covered, and an app that ends, because the audit could not be written just then.
it('the idle lock covers the window also while another process writes, and is in the audit when it ends', async () => {
  const { session, operator, told, entries, idle, clock, other } = await besideAnother()
  other.exec('BEGIN IMMEDIATE')
  idle()
  session.current()
  expect([session.state(), told]).toEqual(['locked', ['signedIn', 'locked']])
  expect(() => session.operator()).toThrow('Offhook is locked')
  other.exec('ROLLBACK')
  expect(entries()).toEqual([])
  clock.set('2026-11-23T11:20:00.000Z')
  session.unlock(operator)
  expect(entries()).toEqual([locked, { action: 'operator.unlock' }])
})

// Would catch: a window that is opened without a trace.
it('an unlock that the audit cannot tell of is none', async () => {
  const { session, operator, told, entries, idle, other } = await besideAnother()
  idle()
  session.current()
  other.exec('BEGIN IMMEDIATE')
  expect(() => session.unlock(operator)).toThrow('database is locked')
  other.exec('ROLLBACK')
  expect([session.state(), told]).toEqual(['locked', ['signedIn', 'locked']])
  expect(entries()).toEqual([locked])
})

// Would catch: a window that somebody locked and left, and that stays open until a thread has written for a minute.
it('a lock that is asked for while a thread writes covers the window at once, and is in the audit after that', async () => {
  const { db, session, told, entries, other } = await besideAnother()
  let giveBack = (): void => undefined
  await db.writer.lendUntil(new Promise<void>((give) => (giveBack = give)))
  other.exec('BEGIN IMMEDIATE')
  session.lock()
  expect([session.state(), told, entries()]).toEqual(['locked', ['signedIn', 'locked'], []])
  other.exec('ROLLBACK')
  giveBack()
  await db.writer.free()
  session.current()
  expect(entries()).toEqual([{ action: 'operator.lock', reason: 'asked', at: '2026-11-23T10:42:00.000Z' }])
})
