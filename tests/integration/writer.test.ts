import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { clearIn } from '../../src/main/features/archives/library/clearing.ts'
import { lookIn } from '../../src/main/features/archives/library/inThread.ts'
import { userSearch } from '../../src/main/db/userSearch.ts'
import { refreshSearch } from '../../src/main/db/search/refresh.ts'
import { asWriteDb, type WriteDb } from '../../src/main/db/sql.ts'
import { createWriter } from '../../src/main/db/writer.ts'
import { mayWrite } from '../../src/main/ipc/mayWrite.ts'
import type { Services } from '../../src/main/services.ts'
import { archiveId, type VoicemailId } from '../../src/shared/ids.ts'
import type { RouteName } from '../../src/shared/ipc/contract.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { routePermissions } from '../../src/shared/operators/permissions.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { openListening } from '../support/listening.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { openImports } from '../support/importData.ts'
import { demoFolder, offboard, openTestServices, startRun } from '../support/services.ts'
import { fillBox, recordedSounds } from '../support/soundBox.ts'

it('lists that are brought up to date wait for a thread that writes, also one that fails', async () => {
  const { database, rows } = await openImports()
  const db = asWriteDb(database)
  let fail: (reason: Error) => void = () => undefined
  await db.writer.lendUntil(new Promise((_, reject) => (fail = reject)))
  const refreshed = refreshSearch(db, userSearch)
  await wait(20)
  expect(rows('SELECT count(*) AS n FROM user_search')).toEqual([{ n: 0 }])
  fail(new Error('the disk is full'))
  await refreshed
  expect(rows('SELECT count(*) AS n FROM user_search')).toEqual([{ n: 2 }])
})

// Would catch: a loan that comes between the end of the last one and the write of whoever waited for that.
it('a write that waited for the end of a loan is not overtaken by the next', async () => {
  const writer = createWriter()
  let end: () => void = () => undefined
  await writer.lendUntil(new Promise<void>((done) => (end = done)))
  const waiting = [writer.free(), writer.free()].map(async (free) => (await free, writer.lent()))
  const next = writer.lendUntil(wait(20))
  end()
  expect(await Promise.all(waiting)).toEqual([false, false])
  await next
  expect(writer.lent()).toBe(true)
})

// Would catch: the window standing still for seconds, and a check of this day that fails, while a thread writes.
it('the daily check of archives waits for a thread that writes', async () => {
  const { services, dataFolder } = await openTestServices()
  const rig = rigFor(mailbox(2), join(testFolder(), 'one'))
  await writeBag(rig.request, rig.io)
  await services.archives.add(rig.request.bag)
  const thread = new Database(join(dataFolder, 'offhook.sqlite'))
  await services.db.writer.lendUntil(wait(300).then(() => void thread.exec('COMMIT').close()))
  thread.exec('BEGIN IMMEDIATE')
  let latest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    latest = Math.max(latest, performance.now() - last)
    last = performance.now()
  }, 10)
  await services.scrub.daily()
  clearInterval(watch)
  expect(latest).toBeLessThan(1000)
  expect(services.scrub.status().proven).toBe(1)
})

// Would catch: a step that writes while a thread does, stands still with the whole window, and fails.
it('a run that a thread meets in the middle waits before it writes, and ends', async () => {
  const dataFolder = await demoFolder()
  const { services } = await openTestServices(dataFolder, ({ name }) => {
    if (name === 'runs.progress') borrow()
  })
  let borrowed = 0
  const borrow = (): void => {
    if (services.db.writer.lent()) return
    const other = new Database(join(dataFolder, 'offhook.sqlite'), { timeout: 0 })
    other.prepare('BEGIN IMMEDIATE').run()
    borrowed += 1
    void services.db.writer.lendUntil(wait(100).then(() => void other.close()))
  }
  const { run } = await offboard(services, '1042')
  expect([run.status, run.error]).toEqual(['done', null])
  expect(borrowed).toBeGreaterThan(1)
})

// Would catch: a thread that writes beside another one until SQLite loses patience, or that keeps what it borrowed.
it('a thread that looks for archives, or clears them, writes only while it has borrowed the writing, and gives it back', async () => {
  buildCli()
  const shelf = testFolder()
  const rig = rigFor(mailbox(3), join(shelf, 'bag'))
  await writeBag(rig.request, rig.io)
  const { database, folder, rows } = await openImports()
  const writer = createWriter()
  const archives = () => rows('SELECT count(*) AS n FROM archive')[0]!['n']
  let meanwhile: unknown
  await writer.lendUntil(wait(1000).then(() => (meanwhile = archives())))
  const clock = { now: () => new Date() }
  const given = { db: asWriteDb(database, writer), clock, ids: { next: randomUUID } }
  const look = lookIn(resolve('out', 'main', 'lookIntoLibrary.js'), folder, given)
  expect((await look([shelf], { operator: null })).added).toBe(1)
  expect([meanwhile, archives()]).toEqual([0, 1])
  const found = () => rows('SELECT count(*) AS n FROM archive_message')[0]!['n']
  expect([found(), writer.lent()]).toEqual([3, false])
  await writer.lendUntil(wait(1000).then(() => (meanwhile = found())))
  const clear = clearIn(resolve('out', 'main', 'clearArchives.js'), folder, given.db)
  await clear(rows('SELECT id FROM archive').map(({ id }) => archiveId.parse(id)))
  expect([meanwhile, found(), writer.lent()]).toEqual([3, 0, false])
}, 120_000)

it('of two threads that ask for the writing, the second gets it after the first', async () => {
  const { lendUntil, lent, free } = createWriter()
  const order: string[] = []
  const work = (name: string, milliseconds: number): Promise<void> =>
    lendUntil(wait(milliseconds).then(() => void order.push(name)))
  await lendUntil(wait(20))
  await Promise.all([work('first', 50), work('second', 200)])
  expect(order).toEqual(['first'])
  await free()
  expect(order).toEqual(['first', 'second'])
  expect(lent()).toBe(false)
})

// Would catch: a write that was let go and happens after the next thread has borrowed the writing.
it('what writes alone does so before whoever waited behind it borrows the writing', async () => {
  const { lendUntil, lent, alone } = createWriter()
  await lendUntil(wait(20))
  const wrote = alone(() => lent())
  await lendUntil(wait(200))
  expect([await wrote, lent()]).toEqual([false, true])
})

it('what is only looked at never waits for a thread that writes, and what changes something does', () => {
  const asked = [
    'users.list',
    'session.status',
    'imports.cancel',
    'company.addSite',
    'session.signIn',
    'session.signOut',
    'runs.start',
  ] as const
  expect(asked.map(mayWrite)).toEqual([false, false, false, true, true, true, true])
})

// Would catch: a Stop that is heard when what it was to stop has ended, because another thread had the writing for a minute.
it('whoever stops something, or locks the window, is heard at once', () => {
  const stops = (Object.keys(routePermissions) as RouteName[]).filter((name) => /\.(stop|cancel)/.test(name))
  expect(stops).toContain('runs.cancel')
  expect([...stops, 'session.lock' as const].filter(mayWrite)).toEqual([])
})

// Would catch: a stop that writes beside a thread, stands still with the whole window, and leaves a run that failed.
it('a run that is stopped while a thread writes is paused when that has ended', async () => {
  const dataFolder = await demoFolder()
  const { services } = await openTestServices(dataFolder)
  const { runId } = await startRun(services, '1042')
  const giveBack = await borrowWriting(services.db, dataFolder)
  const stopped = services.runs.cancel(runId)
  const asked = performance.now()
  await wait(200)
  expect(performance.now() - asked).toBeLessThan(1000)
  await giveBack()
  await stopped
  expect(services.runs.show(runId).status).toBe('paused')
})

// Would catch: a window that stands still, and then plays nothing, because a picture could not be kept.
it('sound is looked at while a thread writes, and its picture is kept the next time', async () => {
  const dataFolder = await demoFolder()
  const sounds = recordedSounds()
  fillBox(dataFolder, '1017', sounds)
  const { listening, services } = await openListening(dataFolder, null)
  const { id } = sounds.find(({ format }) => format === 'gsm')!
  const look = async () => (await listening.look({ kind: 'voicemail', id: id as VoicemailId })).peaks
  const kept = () => services.db.prepare('SELECT count(*) FROM audio_peaks').pluck().get()
  const before = kept()
  const giveBack = await borrowWriting(services.db, dataFolder)
  const seen = await look()
  expect(seen).not.toBeNull()
  await giveBack()
  expect(kept()).toBe(before)
  expect(await look()).toEqual(seen)
  expect(kept()).toBe(Number(before) + 1)
})

type Work = (services: Services) => Promise<unknown>
const newOperator = { name: 'Ines Okafor', userName: 'ines.okafor', password: 'copper-meadow-28' }
const margaret = { userName: 'margaret.osei', password: 'maple-harbor-41' }
const caleb = ({ operators }: Services) => operators.list().find(({ userName }) => userName === 'caleb.ostrander')!.id
const longWork: Readonly<Record<string, Work>> = {
  'the sweep of a day': ({ retention }) => retention.sweep({ now: () => new Date('2040-01-01') }),
  'adding an archive': async ({ archives }) => archives.add(await writtenBag()),
  'a new operator': ({ operators }) => operators.add({ ...newOperator, role: 'viewer', userId: null }),
  'a new password': (services) => services.operators.resetPassword(caleb(services), 'copper-meadow-29'),
  'a wrong password': ({ signIn }) =>
    expect(signIn.signIn(margaret.userName, 'wrong', 'window')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' }),
  'signing in': ({ signIn }) => signIn.signIn(margaret.userName, margaret.password, 'window'),
  unlocking: ({ session, signIn }) => {
    session.lock()
    return signIn.unlock(margaret.password)
  },
  "one's own password": ({ signIn }) => signIn.changePassword(margaret.password, 'maple-harbor-42'),
  'handing over': (services) => services.operators.handOver(caleb(services), 'maple-harbor-42'),
  'an approval': async ({ directory, planner, runs }) => {
    const chosen = choices.parse({})
    const request = { kind: 'person', userId: directory.find('1042'), choices: chosen } as const
    return runs.approve(request, (await planner.plan(request)).hash)
  },
}

// Would catch: work that began before a thread borrowed the writing, and stands still with the whole window at its end.
it('work that a thread meets in the middle waits before it writes what came of it', async () => {
  const dataFolder = await demoFolder()
  const { services } = await openTestServices(dataFolder)
  for (const [name, work] of Object.entries(longWork)) {
    const working = work(services).then(
      () => 'done',
      (error: unknown) => String(error),
    )
    const giveBack = await borrowWriting(services.db, dataFolder)
    await wait(500)
    await giveBack()
    expect([name, await working]).toEqual([name, 'done'])
  }
}, 120_000)

async function writtenBag(): Promise<string> {
  const rig = rigFor(mailbox(1), join(testFolder(), 'bag'))
  await writeBag(rig.request, rig.io)
  return rig.request.bag
}

/** A thread that has borrowed the writing, and writes. Answers how it ends. */
async function borrowWriting({ writer }: WriteDb, dataFolder: string): Promise<() => Promise<void>> {
  let giveBack = (): void => undefined
  await writer.lendUntil(new Promise<void>((give) => (giveBack = give)))
  const other = new Database(join(dataFolder, 'offhook.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  return () => {
    other.close()
    giveBack()
    return writer.free()
  }
}
