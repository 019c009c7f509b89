import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeBag } from '../../src/main/archive/writeBag.ts'
import { cli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { fileOf } from '../support/importData.ts'
import { mailbox, rigFor } from '../support/person.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const csv = 'User name,First name,Last name,Email,Extension,Site\nsam,Sam,Hill,sam@example.com,4001,Leeds\n'
const password = { env: { OFFHOOK_PASSWORD: 'three plain words' } }

describe('the command line on demo data', () => {
  it('acts without a sign-in, and as an operator with --as', async () => {
    const data = await demoFolder()
    expect((await cli(['audit', 'list', '--data', data])).code).toBe(0)
    const viewer = ['--as', 'ruth.abernathy', '--data', data]
    const env = { env: { OFFHOOK_PASSWORD: 'quiet-lantern-58' } }
    expect((await cli(['users', '--limit', '1', ...viewer], env)).code).toBe(0)
    const refused = await cli(['audit', 'list', ...viewer], env)
    expect(refused).toEqual({ code: 3, out: '', err: 'Only a primary or secondary administrator may do this.\n' })
    const archive = ['--archive', testFolder(), '--confirm', '1042']
    expect((await cli(['offboard', 'dana.whitfield', ...archive, ...viewer], env)).code).toBe(3)
  })

  it('says what is missing or wrong', async () => {
    const data = await demoFolder()
    const as = ['users', '--as', 'margaret.osei', '--data', data]
    expect(await cli(as)).toMatchObject({ code: 3, err: expect.stringContaining('OFFHOOK_PASSWORD') as string })
    expect(await cli(as, { env: { OFFHOOK_PASSWORD: 'no' } })).toMatchObject({
      code: 3,
      err: expect.stringContaining('not right') as string,
    })
  })

  it('tells why a person or an operator may not sign in', async () => {
    const data = await demoFolder()
    const check = async (user: string): Promise<string> => (await cli(['sign-in-check', user, '--data', data])).out
    expect(await check('beatrix.lockwood')).toBe('refused: Beatrix Lockwood is deactivated.\n')
    expect(await check('caleb.ostrander')).toMatch(/^allowed/)
    for (let attempt = 0; attempt < 3; attempt += 1)
      await cli(['users', '--as', 'caleb.ostrander', '--data', data], { env: { OFFHOOK_PASSWORD: 'no' } })
    expect(await check('caleb.ostrander')).toMatch(/^refused: Too many attempts have failed/)
  })
})

/** A demo company that knows an archive in which somebody says something, and its viewer. */
async function withArchive() {
  const data = await demoFolder()
  const bag = join(testFolder(), 'bag')
  const rig = rigFor(
    mailbox(2, () => ({ transcript: 'Call the harbor' })),
    bag,
  )
  await writeBag(rig.request, rig.io)
  const { services } = await openTestServices(data)
  await services.archives.add(bag)
  await services.close()
  const asViewer = (...words: string[]) =>
    cli([...words, '--as', 'ruth.abernathy', '--data', data], { env: { OFFHOOK_PASSWORD: 'quiet-lantern-58' } })
  return { data, bag, asViewer }
}

describe('archives on the command line', () => {
  it.each([
    ['to read', []],
    ['as JSON', ['--json']],
  ])('show what was said to nobody who may not listen, %s', async (_how, json) => {
    const { data, asViewer } = await withArchive()
    const search = ['library', 'search', 'Whitfield', ...json]
    expect((await cli([...search, '--data', data])).out).toContain('harbor')
    const found = await asViewer(...search)
    expect([found.code, found.out]).toEqual([0, expect.stringContaining('Whitfield')])
    expect(found.out).not.toContain('harbor')
    expect((await cli(['library', 'search', 'harbor', ...json, '--data', data])).out).toContain('Whitfield')
    expect((await asViewer('library', 'search', 'harbor', ...json)).out).not.toContain('Whitfield')
  })

  it('get a verdict from an administrator alone; a folder that no list knows is judged for everybody', async () => {
    const { data, bag, asViewer } = await withArchive()
    const audit = async (): Promise<string> => (await cli(['audit', 'list', '--json', '--data', data])).out
    expect(await asViewer('archive', 'verify', bag)).toMatchObject({ code: 3, out: '' })
    expect(await audit()).not.toContain('archive.verify')
    const copy = join(testFolder(), 'copy')
    cpSync(bag, copy, { recursive: true })
    expect(await asViewer('archive', 'verify', copy)).toMatchObject({ code: 0 })
    expect(await cli(['archive', 'verify', bag])).toMatchObject({ code: 0 })
    expect(await cli(['archive', 'verify', bag, '--data', data])).toMatchObject({ code: 0 })
    expect(await audit()).toContain('archive.verify')
  })
})

describe('the command line on own data', () => {
  // Whoever can read a folder could else offboard real people under nobody's name.
  it('acts for an operator alone, once there is one; until then it fills and looks', async () => {
    const data = testFolder()
    const at = ['--data', data]
    expect((await cli(['import', 'users', fileOf(csv), ...at])).code).toBe(0)
    expect((await cli(['users', ...at])).out).toContain('Sam Hill')
    const offboard = ['offboard', 'sam', '--archive', testFolder(), '--confirm', '4001', ...at]
    expect(await cli(offboard)).toMatchObject({ code: 3, err: expect.stringContaining('operator create') as string })

    const create = ['operator', 'create', 'ada', 'Ada Tinworth', ...at]
    expect(await cli(create)).toMatchObject({ code: 2, err: expect.stringContaining('OFFHOOK_PASSWORD') as string })
    expect((await cli(create, password)).code).toBe(0)
    expect((await cli(create, password)).err).toContain('has operators already')

    for (const command of [['users'], ['plan', 'sam'], ['audit', 'verify'], ['import', 'users', fileOf(csv)]])
      expect(await cli([...command, ...at])).toMatchObject({ code: 3, err: expect.stringContaining('--as') as string })
    expect((await cli(['users', '--as', 'ada', ...at], password)).out).toContain('Sam Hill')
    const run = await cli([...offboard, '--as', 'ada'], password)
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('Sam Hill is offboarded')])
    expect((await cli(['runs', '--json', '--as', 'ada', ...at], password)).out).toContain('"operator":"Ada Tinworth"')

    const nothing = { revokeSignIn: false, leaveGroups: false, reset: false, removeLicence: false }
    const activate = ['offboard', 'sam', '--archive', testFolder(), '--confirm', 'sam', '--choices', '-', '--as', 'ada']
    const input = JSON.stringify({ ...nothing, status: 'activate' })
    const back = await cli([...activate, ...at], { ...password, input })
    expect([back.code, back.err]).toEqual([0, expect.stringContaining('the plan for Sam Hill is carried out')])
  })

  it('sets a company up without a window', async () => {
    const create = ['operator', 'create', 'ada', 'Ada Tinworth', '--data', testFolder()]
    expect((await cli(create, password)).code).toBe(2)
    const named = await cli([...create, '--company', 'Tinworth', '--site', 'Leeds'], password)
    expect(named).toEqual({ code: 0, out: 'Ada Tinworth (ada) is the primary administrator.\n', err: '' })
  })
})

describe('an operator who is one of the people, in a company of its own', () => {
  const people = [
    'User name,First name,Last name,Email,Extension,Site',
    'ann,Ann,Brown,ann@example.com,4001,Leeds',
    'bob,Bob,Lind,bob@example.com,4002,Leeds',
    'cyd,Cyd,Ward,cyd@example.com,4003,Leeds',
  ].join('\n')
  const data = (): string => join(testFolder(), 'data')
  const run = async (folder: string, user: string, ...words: string[]) =>
    cli([...words, '--data', folder, '--as', user], password)

  it.each([
    ['imported before the operator was made', true],
    ['imported afterwards', false],
  ])('%s cannot offboard themselves, and is out with the account', async (_, first) => {
    const folder = data()
    const create = ['operator', 'create', 'Ann', 'Ann Brown', '--data', folder]
    const company = ['--company', 'Example', '--site', 'Leeds']
    if (first) {
      await cli(['import', 'users', fileOf(people), '--data', folder])
      await cli(create, password)
    } else {
      await cli([...create, ...company], password)
      await run(folder, 'ann', 'import', 'users', fileOf(people))
    }
    const own = await run(folder, 'ann', 'plan', 'ann', '--json')
    expect(JSON.parse(own.out)).toMatchObject({ blockers: [{ code: 'OWN_ACCOUNT' }] })
    const { services } = await openTestServices(folder)
    await services.signIn.signIn('ann', 'three plain words', 'window')
    const bob = { name: 'Bob', userName: 'BOB', password: 'three plain words', role: 'secondaryAdministrator' } as const
    expect(await services.operators.add({ ...bob, userId: null })).toMatchObject({
      userId: expect.any(String) as string,
    })
    await services.close()
    const plan = JSON.parse((await run(folder, 'bob', 'plan', 'ann', '--json')).out) as object
    expect(plan).toMatchObject({ blockers: [{ code: 'PRIMARY_OPERATOR' }] })
    const gone = await run(folder, 'ann', 'offboard', 'bob', '--archive', testFolder(), '--confirm', '4002')
    expect(gone.code).toBe(0)
    expect((await run(folder, 'ann', 'sign-in-check', 'bob')).out).toBe('refused: Bob Lind is deactivated.\n')
    expect((await run(folder, 'bob', 'users')).code).toBe(3)
  })
})
