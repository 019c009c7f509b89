import { randomUUID, scryptSync } from 'node:crypto'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPacker } from '../../src/main/archive/pack/inThread.ts'
import { verifyBag } from '../../src/main/archive/verifyBag.ts'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { changeNotes } from '../../src/main/features/archives/notes/change.ts'
import { createPacking } from '../../src/main/features/archives/packing.ts'
import { startBagReader } from '../../src/main/features/archives/questions.ts'
import { createArchives } from '../../src/main/features/archives/service.ts'
import { createChatAudit } from '../../src/main/features/audit/chatService.ts'
import { createAudit } from '../../src/main/features/audit/service.ts'
import { createCompany } from '../../src/main/features/company/service.ts'
import { delayAfter } from '../../src/main/operators/failureRepository.ts'
import { hashPassword, verifyPassword, type StoredPassword } from '../../src/main/operators/passwords.ts'
import { findOperator } from '../../src/main/operators/repository.ts'
import { Session } from '../../src/main/operators/session.ts'
import { chatFilter } from '../../src/shared/audit/chat.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { startTestApp } from '../support/app.ts'
import { testFolder } from '../support/folder.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const code = (error: string): object => ({ ok: false, error: { code: error } })
const primary = { userName: 'margaret.osei', password: 'maple-harbor-41' }
const secondary = { userName: 'caleb.ostrander', password: 'copper-meadow-27' }

async function demoApp() {
  const dataFolder = await demoFolder()
  const started = await startTestApp(dataFolder)
  const idOf = async (userName: string) =>
    (await started.ask('operators.list', {})).find((one) => one.userName === userName)!.id
  const audit = async (...actions: string[]): Promise<[string, string][]> => {
    const { entries } = await started.ask('audit.list', { filter: {}, offset: 0, limit: 200 })
    return entries
      .filter(({ action }) => actions.includes(action))
      .map(({ action, subject }): [string, string] => [action, subject])
      .toReversed()
  }
  return { ...started, dataFolder, idOf, audit }
}

describe('a password', () => {
  // Weaker parameters would go unnoticed: everything still works.
  it('is stored as scrypt with its salt and parameters, and never twice the same', async () => {
    const [one, two] = await Promise.all([hashPassword('maple-harbor-41'), hashPassword('maple-harbor-41')])
    expect(one).toMatchObject({ cost: 32_768, blockSize: 8, parallelization: 3 })
    expect([one.hash.length, one.salt.length]).toEqual([64, 32])
    expect(one.hash).not.toBe(two.hash)
    expect(await verifyPassword('maple-harbor-41', one)).toBe(true)
    expect(await verifyPassword('maple-harbor-42', one)).toBe(false)
  })

  it('is checked with the parameters that it was stored with, whatever they are today', async () => {
    const old = weaker('secret words')
    expect(await verifyPassword('secret words', old)).toBe(true)
    expect(await verifyPassword('secret word', old)).toBe(false)
  })

  it('is the same from every keyboard', async () => {
    expect(await verifyPassword('Zoe\u0308 ist dreissig', await hashPassword('Zo\u00eb ist dreissig'))).toBe(true)
  })
})

describe('signing in', () => {
  it('lets nobody in with a wrong password or an unknown name, in the same words', async () => {
    const { invoke } = await demoApp()
    const wrong = await invoke('session.signIn', { ...primary, password: 'maple-harbor-40' })
    const unknown = await invoke('session.signIn', { userName: 'nobody', password: 'maple-harbor-40' })
    expect(wrong).toMatchObject(code('SIGN_IN_REFUSED'))
    expect(unknown).toEqual(wrong)
    expect(await invoke('users.list', { filter: {}, limit: 1 })).toMatchObject(code('NOT_SIGNED_IN'))
  })

  it('grows slower with each failure, for names that do not exist too', async () => {
    expect([1, 2, 3, 4, 5, 20].map(delayAfter)).toEqual([0, 0, 5, 10, 20, 900])
    const { app, clock, invoke } = await demoApp()
    for (const userName of [primary.userName, 'nobody']) {
      for (let attempt = 0; attempt < 3; attempt += 1)
        await app.dispatch('session.signIn', { userName, password: 'not the one' })
      const right = await invoke('session.signIn', { userName, password: primary.password })
      expect(right).toMatchObject({
        ok: false,
        error: {
          message: 'Too many attempts have failed. The next attempt is possible in 5 seconds.',
          details: { why: 'Too many attempts have failed.', until: '2026-11-23T10:42:05.000Z' },
        },
      })
    }
    clock.set('2026-11-23T10:42:06.000Z')
    expect(await invoke('session.signIn', primary)).toMatchObject({ ok: true })
  })

  it('side by side does not get round the delay', async () => {
    const { invoke } = await demoApp()
    const tried = await Promise.all(
      Array.from({ length: 6 }, () => invoke('session.signIn', { ...primary, password: 'not the one' })),
    )
    const delayed = tried.filter((one) => !one.ok && one.error.message.startsWith('Too many'))
    expect(delayed.length).toBeGreaterThanOrEqual(3)
  })

  it('is written into the audit, and so are failures, the lock and leaving', async () => {
    const { ask, invoke, audit } = await demoApp()
    await invoke('session.signIn', { ...primary, password: 'not the one' })
    await ask('session.signIn', primary)
    await ask('session.lock', {})
    await ask('session.unlock', { password: primary.password })
    await ask('session.signOut', {})
    await ask('session.signIn', primary)
    const actions = ['signInRefused', 'signIn', 'lock', 'unlock', 'signOut'].map((one) => `operator.${one}`)
    expect((await audit(...actions)).map(([action]) => action.slice('operator.'.length))).toEqual([
      'signInRefused',
      'signIn',
      'lock',
      'unlock',
      'signOut',
      'signIn',
    ])
  })

  it('takes another password once it was changed, and the old one is shown nowhere', async () => {
    const { ask, invoke } = await demoApp()
    await ask('session.signIn', primary)
    const next = 'five short words are fine'
    expect(await invoke('session.changePassword', { current: 'wrong one!', next })).toMatchObject({
      ok: false,
      error: { code: 'SIGN_IN_REFUSED', message: 'The current password is not right. Try again.' },
    })
    await ask('session.changePassword', { current: primary.password, next })
    await ask('session.signOut', {})
    expect((await ask('session.status', {})).shown.map(({ userName }) => userName)).not.toContain(primary.userName)
    expect(await invoke('session.signIn', primary)).toMatchObject(code('SIGN_IN_REFUSED'))
    expect(await invoke('session.signIn', { ...primary, password: next })).toMatchObject({ ok: true })
  })
})

describe('the lock', () => {
  it('falls after the idle minutes, counted from the last sign of life', async () => {
    const { ask, invoke, clock, heard } = await demoApp()
    await ask('session.signIn', primary)
    clock.set('2026-11-23T10:56:00.000Z')
    await ask('session.active', {})
    clock.set('2026-11-23T11:10:00.000Z')
    expect(await invoke('app.info', {})).toMatchObject({ ok: true })
    clock.set('2026-11-23T11:11:00.000Z')
    expect(await invoke('app.info', {})).toMatchObject(code('LOCKED'))
    expect(heard.at(-1)).toEqual({ name: 'session.changed', payload: { state: 'locked' } })
    expect(await invoke('session.active', {})).toMatchObject(code('LOCKED'))
    expect(await invoke('session.unlock', { password: 'not the one' })).toMatchObject({
      ok: false,
      error: { code: 'SIGN_IN_REFUSED', message: 'The password is not right. Try again.' },
    })
    await ask('session.unlock', { password: primary.password })
    expect(await invoke('app.info', {})).toMatchObject({ ok: true })
  })

  it('is not kept open by a clock that is set back', async () => {
    const { ask, invoke, clock } = await demoApp()
    await ask('session.signIn', primary)
    clock.set('2026-11-23T08:00:00.000Z')
    expect(await invoke('app.info', {})).toMatchObject({ ok: true })
    clock.set('2026-11-23T08:15:00.000Z')
    expect(await invoke('app.info', {})).toMatchObject(code('LOCKED'))
  })

  it('keeps audio behind it', async () => {
    const { ask, app } = await demoApp()
    const { voicemailAudio, greetingAudio, archivedGreetingAudio } = app.media
    const sounds = [() => voicemailAudio('any'), () => greetingAudio('any'), () => archivedGreetingAudio('any', '1')]
    for (const sound of sounds) await expect(sound()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    await ask('session.signIn', { userName: 'ruth.abernathy', password: 'quiet-lantern-58' })
    for (const sound of sounds) await expect(sound()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

/** The idle lock of a session that nobody touches, over the services of a demo company. */
async function idleSession() {
  const { services, clock, dataFolder } = await openTestServices(await demoFolder())
  const { db, library } = services
  const session = new Session({ db, clock, idleMinutes: () => 15, changed: () => {} })
  session.begin(findOperator(db, primary.userName)!)
  const given = { db, clock, operator: () => session.operator() }
  const audit = createAudit({
    ...given,
    dataFolder: testFolder(),
    head: { foundMissing: async () => false },
    auditWorker: null,
  })
  const archives = createArchives({ ...given, library, verifyBag, reader: startBagReader(null) })
  const entries = async () =>
    (await audit.list({}, 0, 200)).entries.map(({ action, operator }) => `${action} by ${operator}`)
  const bag = join(testFolder(), 'bag')
  const rig = rigFor(mailbox(1), bag)
  await writeBag(rig.request, rig.io)
  const { id } = await archives.add(bag)
  const idle = (): void => clock.set('2026-11-23T11:00:00.000Z')
  return { services, dataFolder, given, audit, archives, id, entries, idle, session }
}

type Idle = Awaited<ReturnType<typeof idleSession>>
const longWork: Readonly<Record<string, (idle: Idle) => Promise<unknown>>> = {
  'archive.verify': ({ archives, id }) =>
    archives.verify(id, { signal: new AbortController().signal, report: () => undefined }),
  'archive.export': ({ given, id }) =>
    createPacking({ ...given, packer: createPacker(null, testFolder()) }).pack(
      id,
      { to: join(testFolder(), 'bag.zip'), passphrase: null, replace: false },
      { signal: new AbortController().signal, report: () => undefined },
    ),
  'archive.note': ({ given, id }) =>
    changeNotes(given, id, { action: 'archive.note', detail: {}, to: (notes) => ({ ...notes, purpose: 'Audit' }) }),
  'archive.forget': ({ archives, id }) => archives.forget(id),
  'audit.export': ({ audit }) => audit.export(join(testFolder(), 'audit.csv'), {}),
  'chat.export': ({ given }) =>
    createChatAudit({ ...given, dataFolder: testFolder() }).export(
      join(testFolder(), 'chat.csv'),
      chatFilter.parse({}),
      'csv',
      'Case 12',
    ),
}

describe('work that takes longer than the idle minutes', () => {
  // A verdict would be lost after hours of reading, and a packed file would lie there without an entry in the audit.
  it.each(Object.entries(longWork))('%s is written down for whoever began it', async (action, work) => {
    const idle = await idleSession()
    const working = work(idle)
    idle.idle()
    await working
    expect((await idle.entries())[0]).toBe(`${action} by Margaret Osei`)
    expect(idle.session.state()).toBe('locked')
  })

  it('is not begun behind a lock that falls while a thread writes; the lock is in the audit when it has written', async () => {
    const { services, dataFolder, entries, idle, session } = await idleSession()
    const other = new Database(join(dataFolder, 'offhook.sqlite'))
    let giveBack = (): void => {}
    await services.db.writer.lendUntil(new Promise<void>((resolve) => (giveBack = resolve)))
    other.exec('BEGIN IMMEDIATE')
    idle()
    expect(session.state()).toBe('locked')
    expect(() => session.operator()).toThrow('Offhook is locked')
    other.close()
    giveBack()
    await services.db.writer.free()
    expect(session.state()).toBe('locked')
    expect((await entries())[0]).toBe('operator.lock by Margaret Osei')
  })

  it('is not begun behind the lock, and the lock is in the audit then', async () => {
    const { given, entries, idle, services } = await idleSession()
    const company = createCompany({ ...given, ids: { next: randomUUID } })
    idle()
    expect(() => company.addSite({ name: 'Lima', timezone: 'America/Lima' })).toThrow('Offhook is locked')
    expect((await entries())[0]).toBe('operator.lock by Margaret Osei')
    expect(services.company.sites().map(({ name }) => name)).not.toContain('Lima')
  })
})

describe('the operators', () => {
  it('have exactly one primary administrator, who hands over with the password and cannot be removed', async () => {
    const { ask, invoke, idOf, audit } = await demoApp()
    await ask('session.signIn', primary)
    const own = await idOf(primary.userName)
    const other = await idOf(secondary.userName)
    expect(await invoke('operators.remove', { operatorId: own })).toMatchObject(code('CONFLICT'))
    expect(await invoke('operators.setRole', { operatorId: own, role: 'viewer' })).toMatchObject(code('CONFLICT'))
    expect(await invoke('operators.handOver', { operatorId: other, password: 'not the one' })).toMatchObject(
      code('SIGN_IN_REFUSED'),
    )
    await ask('operators.handOver', { operatorId: other, password: primary.password })
    const roles = (await ask('operators.list', {})).map(({ userName, role }) => [userName, role])
    expect(roles.filter(([, role]) => role === 'primaryAdministrator')).toEqual([
      [secondary.userName, 'primaryAdministrator'],
    ])
    // The role holds at once, without a new sign-in.
    expect(await invoke('operators.handOver', { operatorId: own, password: primary.password })).toMatchObject(
      code('NOT_ALLOWED'),
    )
    expect(await audit('operator.handOver')).toEqual([['operator.handOver', secondary.userName]])
  })

  it('hand the role over in the directory too, so that the former primary administrator can be offboarded', async () => {
    const { ask, idOf } = await demoApp()
    const plan = async (userName: string) => {
      const { users } = await ask('users.list', { filter: { search: userName }, limit: 1 })
      const { blockers } = await ask('offboarding.plan', {
        kind: 'person',
        userId: users[0]!.id,
        choices: choices.parse({}),
      })
      return blockers.map((one) => one.code)
    }
    await ask('session.signIn', primary)
    expect(await plan(primary.userName)).toContain('LAST_PRIMARY_ADMINISTRATOR')
    await ask('operators.handOver', { operatorId: await idOf(secondary.userName), password: primary.password })
    await ask('session.signOut', {})
    await ask('session.signIn', secondary)
    expect(await plan(primary.userName)).toEqual([])
    expect(await plan(secondary.userName)).toContain('LAST_PRIMARY_ADMINISTRATOR')
  })

  it('have names that tell them apart at sight, and user names in any case and composition', async () => {
    const { ask, invoke } = await demoApp()
    await ask('session.signIn', primary)
    const add = (name: string, userName: string) =>
      invoke('operators.add', { name, userName, password: 'first password', userId: null, role: 'viewer' })
    for (const name of ['Margaret Osei\u200b', 'An\u202eevil', 'Two\nlines'])
      expect(await add(name, 'another.one')).toMatchObject(code('VALIDATION_FAILED'))
    expect(await add('MARGARET OSEI\u200c', 'another.one')).toMatchObject(code('CONFLICT'))
    expect(await add('José Núñez', 'jose\u0301')).toMatchObject({ ok: true })
    expect(await add('Another José', 'JOSÉ')).toMatchObject(code('CONFLICT'))
    await ask('session.signOut', {})
    expect(await invoke('session.signIn', { userName: 'JOSÉ', password: 'first password' })).toMatchObject({ ok: true })
  })

  it('cannot get more rights by the password of somebody else', async () => {
    const { ask, invoke, idOf } = await demoApp()
    await ask('session.signIn', secondary)
    const password = 'taken over by me'
    for (const target of [primary.userName, 'imogen.platt']) {
      const operatorId = await idOf(target)
      expect(await invoke('operators.resetPassword', { operatorId, password })).toMatchObject(code('NOT_ALLOWED'))
      expect(await invoke('operators.remove', { operatorId })).toMatchObject(code('NOT_ALLOWED'))
    }
    const own = await idOf(secondary.userName)
    expect(await invoke('operators.setAuditPrivilege', { operatorId: own, granted: true })).toMatchObject(
      code('NOT_ALLOWED'),
    )
    expect(await invoke('operators.remove', { operatorId: own })).toMatchObject(code('CONFLICT'))
  })

  it.each([primary, secondary])('cannot reset the own password without the current one: $userName', async (own) => {
    const { ask, invoke, idOf } = await demoApp()
    await ask('session.signIn', own)
    const operatorId = await idOf(own.userName)
    expect(await invoke('operators.resetPassword', { operatorId, password: 'taken over by me' })).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('Use Change password') as string },
    })
    await ask('session.signOut', {})
    expect(await invoke('session.signIn', own)).toMatchObject({ ok: true })
  })

  it('are added and removed, and a removed one is out at once', async () => {
    const { ask, invoke, audit } = await demoApp()
    await ask('session.signIn', primary)
    const wanted = { name: 'Pat Moss', userName: 'pat.moss', password: 'first password', userId: null }
    const { id: operatorId } = await ask('operators.add', { ...wanted, role: 'itAdministrator' })
    expect(await invoke('operators.add', { ...wanted, role: 'viewer' })).toMatchObject(code('CONFLICT'))
    const nobody = { ...wanted, name: 'Nobody', userName: 'no.body', role: 'viewer' as const, userId: randomUUID() }
    expect(await invoke('operators.add', nobody)).toMatchObject({
      error: { code: 'NOT_FOUND', message: expect.stringContaining('not in the directory') as string },
    })
    await ask('operators.setAuditPrivilege', { operatorId, granted: true })
    await ask('operators.setRole', { operatorId, role: 'viewer' })
    await ask('operators.resetPassword', { operatorId, password: 'second password' })
    await ask('operators.remove', { operatorId })
    expect(await invoke('session.signIn', { userName: 'pat.moss', password: 'second password' })).toMatchObject(
      code('SIGN_IN_REFUSED'),
    )
    const actions = ['add', 'grantAudit', 'role', 'resetPassword', 'remove'].map((one) => `operator.${one}`)
    expect((await audit(...actions)).map(([action]) => action)).toEqual(actions)
  })
})

describe('a person who is offboarded', () => {
  // Else whoever was dismissed in the morning offboards others in the afternoon.
  it('loses the session here as soon as login access to the phone system is gone', async () => {
    const { ask, invoke, dataFolder, heard } = await demoApp()
    await ask('session.signIn', secondary)
    const { users } = await ask('users.list', { filter: { search: secondary.userName }, limit: 1 })
    const db = new Database(join(dataFolder, 'offhook.sqlite'))
    db.prepare("UPDATE user SET status = 'INACTIVE' WHERE id = ?").run(users[0]!.id)
    db.close()
    expect(await invoke('app.info', {})).toMatchObject({
      ok: false,
      error: { code: 'NOT_SIGNED_IN', message: 'Caleb Ostrander is deactivated.' },
    })
    expect(heard.at(-1)).toEqual({ name: 'session.changed', payload: { state: 'signedOut' } })
    expect((await ask('session.status', {})).ended).toBe('Caleb Ostrander is deactivated.')
    expect(await invoke('session.signIn', secondary)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('is deactivated') as string },
    })
  })

  it('is never the operator who acts, nor the primary administrator', async () => {
    const { ask } = await demoApp()
    const blockersFor = async (userName: string): Promise<string[]> => {
      const { users } = await ask('users.list', { filter: { search: userName }, limit: 1 })
      const request = { kind: 'person' as const, userId: users[0]!.id, choices: choices.parse({}) }
      const { blockers } = await ask('offboarding.plan', request)
      return blockers.map((one) => one.code)
    }
    await ask('session.signIn', secondary)
    expect(await blockersFor(secondary.userName)).toContain('OWN_ACCOUNT')
    expect(await blockersFor(primary.userName)).toContain('PRIMARY_OPERATOR')
    expect(await blockersFor('dana.whitfield')).toEqual([])
    await ask('session.signOut', {})
    await ask('session.signIn', { userName: 'emre.yildirim', password: 'silver-orchard-63' })
    expect(await blockersFor('dana.whitfield')).toEqual(['ROLE_NOT_ALLOWED'])
  })
})

it('the first operator of a company is its primary administrator, and only the first', async () => {
  const { ask, invoke } = await startTestApp(testFolder())
  const administrator = { name: 'Ada Tinworth', userName: 'ada', password: 'three plain words' }
  await ask('tenant.createOwn', { name: 'Tinworth Ltd', site: 'Leeds', administrator })
  expect(await ask('session.status', {})).toMatchObject({
    state: 'signedIn',
    operator: { userName: 'ada', role: 'primaryAdministrator' },
    shown: [],
  })
  expect(await invoke('operators.createFirst', { ...administrator, userName: 'eve', name: 'Eve' })).toMatchObject(
    code('CONFLICT'),
  )
})

/** As a version with other parameters would have stored it. */
function weaker(password: string): StoredPassword {
  const parameters = { cost: 16, blockSize: 8, parallelization: 1 }
  const salt = Buffer.alloc(16, 1)
  return { hash: scryptSync(password, salt, 32, parameters).toString('hex'), salt: salt.toString('hex'), ...parameters }
}
