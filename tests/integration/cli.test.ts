import Database from 'better-sqlite3'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../src/main/cli/commands.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { cli, jsonLines } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'

const leaver = 'dana.whitfield'

describe('reading the demo company', () => {
  let data = ''
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'offhook-test-'))
    await cli(['demo', '--data', data, '--calls', '200', '--messages', '60'])
  })
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  it('users prints a line a person', async () => {
    const { code, out, err } = await cli(['users', '--json', '--data', data])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const people = jsonLines(out)
    expect(people).toHaveLength(48)
    for (const person of people)
      expect(Object.keys(person)).toEqual(['id', 'userName', 'name', 'email', 'extension', 'status'])
    expect(jsonLines((await cli(['users', '--limit', '7', '--json', '--data', data])).out)).toHaveLength(7)
    expect(jsonLines((await cli(['--data', data, '--json', 'users', '--search', 'whitfield dana'])).out)).toMatchObject(
      [{ userName: leaver }],
    )
  })

  it('says its version alone, and what it knows', async () => {
    expect(await cli(['--version'])).toMatchObject({ code: 0, out: '0.0.0\n', err: '' })
    expect(await cli(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--version') as string })
    expect((await cli(['users', 'all', '--version'])).code).toBe(2)
  })

  it('voicemail list filters, sorts and limits as the window does, and says which option is wrong', async () => {
    const list = async (...words: string[]) =>
      jsonLines((await cli(['voicemail', 'list', '--json', '--data', data, ...words])).out)
    const all = await list()
    expect(all.length).toBeGreaterThan(60)
    expect(all.map((one) => one['receivedAt'])).toEqual(
      all
        .map((one) => String(one['receivedAt']))
        .toSorted()
        .toReversed(),
    )
    const danas = await list('--owner-now', leaver)
    expect(danas).toEqual(all.filter((one) => one['extension'] === '1042'))
    expect(danas.length).toBeGreaterThan(0)
    expect(await list('--unread', '--extension', '1042')).toEqual(danas.filter((one) => one['read'] === false))
    expect((await list('--free')).every((one) => one['ownerNow'] === null)).toBe(true)
    const longest = await list('--sort', 'seconds', '--limit', '5')
    expect(longest.map((one) => one['seconds'])).toEqual(
      all
        .map((one) => Number(one['seconds']))
        .toSorted((a, b) => b - a)
        .slice(0, 5),
    )
    const readable = await cli(['voicemail', 'list', '--owner-now', leaver, '--data', data])
    expect(readable.out.split('\n')[0]).toMatch(/1042 +Dana Whitfield +Dana Whitfield/)
    for (const [option, value] of [
      ['--from', 'yesterday'],
      ['--format', 'vinyl'],
      ['--sort', 'mood'],
      ['--extension', '99999'],
    ] as const) {
      const { code, err } = await cli(['voicemail', 'list', option, value, '--data', data])
      expect(code).toBe(2)
      expect(err).toContain(option === '--extension' ? 'no extension 99999' : option)
    }
    const none = await cli(['voicemail', 'list', '--folder', 'Wrok', '--data', data])
    expect(none).toMatchObject({ code: 0, out: '', err: expect.stringContaining('No voicemail matches.') as string })
  })

  it.each([
    [['x', '--limit', '500'], '--limit'],
    [['x', '--limit', 'x'], '--limit'],
    [['x', '--from', 'yesterday'], '--from'],
    [['x', '--until', '2026-02-30'], '--until'],
    [['x'.repeat(201)], 'TEXT'],
  ])('library search says which word it does not take: %j', async (words, named) => {
    const { code, err } = await cli(['library', 'search', ...words, '--data', data])
    expect([code, err]).toEqual([2, expect.stringContaining(`${named} takes`)])
  })

  it.each([
    [['voicemail', 'list'], 'until'],
    [['library', 'search', 'x'], 'until'],
    [['analytics', 'calls'], 'to'],
    [['analytics', 'bills'], 'to'],
    [['analytics', 'totals'], 'to'],
  ])('%j takes no days that run backwards', async (words, last) => {
    const days = ['--from', '2026-11-23', `--${last}`, '2026-11-22']
    const { code, err } = await cli([...words, ...days, '--data', data])
    expect([code, err]).toEqual([2, expect.stringContaining(`--from 2026-11-23 is after --${last} 2026-11-22.`)])
    const oneDay = await cli([...words, '--from', '2026-11-23', `--${last}`, '2026-11-23', '--data', data])
    expect(oneDay.code).toBe(0)
  })

  it('show finds a person by id, user name, e-mail or extension', async () => {
    const [person] = jsonLines((await cli(['users', '--search', leaver, '--json', '--data', data])).out)
    for (const key of ['id', 'userName', 'email', 'extension'])
      expect(JSON.parse((await cli(['show', String(person?.[key]), '--json', '--data', data])).out)).toMatchObject({
        user: { userName: leaver },
      })
    const readable = await cli(['show', leaver, '--data', data])
    expect(readable.out).toMatch(/^Dana Whitfield \(dana\.whitfield\) active\n/)
    expect(readable.out).toMatch(/Voicemail messages +\d+ +Extension 1042/)
  })

  it('plan prints steps, effects, blockers and the hash, the same again, and changes nothing', async () => {
    const before = await cli(['show', leaver, '--json', '--data', data])
    const first = await cli(['plan', leaver, '--json', '--data', data])
    const plan = JSON.parse(first.out) as { steps: { kind: string }[]; effects: object[]; blockers: object[] }
    expect(plan).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, blockers: [] })
    expect(plan.steps.map((step) => step.kind)).toEqual([
      'revokeSignIn',
      'archiveVoicemail',
      'leaveGroups',
      'reset',
      'removeLicence',
      'deactivate',
    ])
    expect(plan.effects[0]).toHaveProperty('fate')
    expect((await cli(['plan', leaver, '--data', data])).out).toBe(`${JSON.stringify(plan, null, 2)}\n`)
    expect(await cli(['show', leaver, '--json', '--data', data])).toEqual(before)
  })

  it('plan says what blocks it, with the way out', async () => {
    const input = '{"voicemail":{"kind":"forward","extensionNumber":"99999"}}'
    const { code, out } = await cli(['plan', leaver, '--choices', '-', '--json', '--data', data], { input })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      blockers: [
        {
          code: 'VOICEMAIL_TARGET_UNKNOWN',
          message: expect.any(String) as string,
          remedy: expect.any(String) as string,
        },
      ],
    })
  })

  it('the example of plan --help is a choices file', async () => {
    const { out, code } = await cli(['plan', '--help'])
    expect(code).toBe(0)
    const example: unknown = JSON.parse(out.slice(out.indexOf('{'), out.lastIndexOf('}') + 1))
    expect(choices.parse(example)).toMatchObject({ status: 'deactivate' })
  })

  it.each([
    ['no command', [], 2, ''],
    ['an unknown command', ['pln', leaver], 2, 'There is no command "pln dana.whitfield". Did you mean: plan'],
    [
      'a command of two words that is unknown',
      ['run shwo', '1'].flatMap((word) => word.split(' ')),
      2,
      'Did you mean: run show',
    ],
    ['half a command', ['archive'], 2, 'archive verify'],
    ['an unknown option', ['users', '--serch', 'x'], 2, "Unknown option '--serch'. See: users --help"],
    ['an option without its value', ['users', '--limit'], 2, 'See: users --help'],
    ['a number that is none', ['users', '--limit', 'many'], 2, '--limit takes a whole number'],
    ['a missing argument', ['show'], 2, 'USER is missing. See: show --help'],
    ['an option given twice', ['users', '--limit', '3', '--limit=5'], 2, '--limit is given twice'],
    ['an empty folder to watch', ['library', 'look', '--watch', ''], 2, '--watch is empty'],
    ['an empty archive', ['archive', 'verify', ''], 2, 'An argument is empty'],
    ['an archive that cannot be read', ['archive', 'verify', '/nonexistent'], 1, 'nonexistent cannot be read (ENOENT)'],
    ['an argument too many', ['show', 'a', 'b'], 2, '"b" is one argument too many'],
    ['a person who is not there', ['show', 'nobody'], 2, 'No user has'],
    ['a run that is not there', ['run', 'show', 'nope'], 2, 'There is no such run'],
    ['choices that are not there', ['plan', leaver, '--choices', '/nonexistent'], 2, 'cannot be read'],
    ['choices that are not JSON', ['plan', leaver, '--choices', '-'], 2, 'not JSON'],
    ['offboarding without an archive folder', ['offboard', leaver, '--confirm', '1042'], 2, '--archive DIR is missing'],
    [
      'offboarding without a confirmation',
      ['offboard', leaver, '--archive', '/tmp'],
      2,
      '--confirm EXTENSION is missing',
    ],
    [
      'another extension as confirmation',
      ['offboard', leaver, '--archive', '/nonexistent/a', '--confirm', '1043'],
      3,
      'Confirm with: --confirm 1042',
    ],
    [
      'another plan than the approved one',
      ['offboard', leaver, '--archive', '/nonexistent/a', '--confirm', '1042', '--approve', 'x'],
      3,
      'not the one that was approved',
    ],
    ['a second demo company', ['demo'], 1, 'already holds the demo company'],
    ['a folder that is no archive', ['archive', 'list', 'docs'], 4, 'is not an archive'],
    ['an unknown kind of voicemail', ['import', 'voicemail', '--from', 'vinyl', '/tmp'], 2, 'Known kinds: asterisk'],
    ['an extension that is not there', ['dial-check', '9999', '911'], 2, 'no extension 9999'],
  ] as const)('%s ends with the exit code and one sentence', async (_, args, code, sentence) => {
    const result = await cli([...args, '--data', data], { input: '{' })
    expect(result.code).toBe(code)
    expect(result.err).toContain(sentence)
    expect(result.err).not.toMatch(/\n {4}at |Error:/)
    expect(result.err.trim().split('\n').length).toBe(1)
  })

  it('a key that the choices do not have is named', async () => {
    const { code, err } = await cli(['plan', leaver, '--choices', '-', '--data', data], { input: '{"voicemial":{}}' })
    expect(code).toBe(2)
    expect(err).toContain('voicemial')
  })

  it('does not make a data folder out of a mistyped path', async () => {
    const missing = join(data, 'mistyped')
    const { code, err } = await cli(['users', '--data', missing])
    expect({ code, exists: existsSync(missing) }).toEqual({ code: 2, exists: false })
    expect(err).toContain('There is no company')
  })

  it('every command explains itself', async () => {
    const { out } = await cli(['--help'])
    const names = [...out.matchAll(/^ {2}([a-z][a-z-]*(?: [a-z]+)?)(?= |$)/gm)].map((match) => match[1]!.trim())
    expect(names).toEqual(commands.map(({ name }) => name))
    for (const name of names) {
      const help = await cli([...name.split(' '), '--help'])
      expect(help).toMatchObject({ code: 0, err: '' })
      expect(help.out.startsWith(name)).toBe(true)
    }
  })

  it('dial-check and sign-in-check tell what is allowed and why', async () => {
    expect(JSON.parse((await cli(['dial-check', '1042', '911', '--json', '--data', data])).out)).toMatchObject({
      allowed: true,
    })
    expect(JSON.parse((await cli(['sign-in-check', leaver, '--json', '--data', data])).out)).toMatchObject({
      allowed: true,
      reason: expect.any(String) as string,
    })
  })
})

describe('offboarding from the command line', () => {
  it('saves, proves, applies, and leaves a trail; a second time there is nothing more to reset', async () => {
    const data = testFolder()
    const archives = join(testFolder(), 'new', 'archives')
    await cli(['demo', '--data', data, '--calls', '200', '--messages', '60'])
    const { hash } = JSON.parse((await cli(['plan', leaver, '--json', '--data', data])).out) as { hash: string }
    const run = await cli([
      'offboard',
      leaver,
      '--archive',
      archives,
      '--confirm',
      '1042',
      '--approve',
      hash,
      '--json',
      '--data',
      data,
    ])
    expect(run).toMatchObject({ code: 0, err: '' })
    const lines = jsonLines(run.out)
    const result = lines.at(-1)
    expect(Object.keys(result ?? {})).toEqual(['type', 'runId', 'status', 'archive'])
    expect(result).toMatchObject({ type: 'result', status: 'done', archive: join(archives, readdirSync(archives)[0]!) })
    expect(lines.filter((line) => line['type'] === 'step').map((line) => line['kind'])).toEqual([
      'revokeSignIn',
      'archiveVoicemail',
      'leaveGroups',
      'reset',
      'removeLicence',
      'deactivate',
    ])

    const archive = String(result?.['archive'])
    const sound = await cli(['archive', 'verify', archive, '--json'])
    expect(sound.code).toBe(0)
    expect(JSON.parse(sound.out)).toMatchObject({ valid: true, complete: true, bag: archive, problems: [] })
    const listed = jsonLines((await cli(['archive', 'list', archive, '--json'])).out)
    expect(listed.filter((one) => one['type'] === 'message').length).toBeGreaterThan(0)
    appendFileSync(join(archive, 'data', 'person.json'), ' ')
    const damaged = await cli(['archive', 'verify', archive, '--json'])
    expect(damaged.code).toBe(4)
    expect(JSON.parse(damaged.out)).toMatchObject({
      valid: false,
      problems: [{ code: 'OXUM_MISMATCH' }, { code: 'FILE_CHANGED', file: 'data/person.json' }],
    })
    expect(await cli(['archive', 'verify', archive, '--data', data])).toMatchObject({
      code: 4,
      out: expect.stringMatching(/^not valid: /) as string,
    })

    expect(JSON.parse((await cli(['dial-check', '1042', '+12125550100', '--json', '--data', data])).out)).toMatchObject(
      { allowed: false },
    )
    expect(JSON.parse((await cli(['sign-in-check', leaver, '--json', '--data', data])).out)).toMatchObject({
      allowed: false,
    })
    expect(jsonLines((await cli(['runs', '--json', '--data', data])).out)).toMatchObject([
      { id: result?.['runId'], status: 'done', title: 'Offboard Dana Whitfield' },
    ])
    expect((await cli(['runs', '--data', data])).out).toContain('Offboard Dana Whitfield')
    const shown = await cli(['run', 'show', String(result?.['runId']), '--json', '--data', data])
    expect(JSON.parse(shown.out)).toMatchObject({ status: 'done', plan: { hash } })
    expect((await cli(['run', 'resume', String(result?.['runId']), '--data', data])).code).toBe(1)

    expect(
      jsonLines((await cli(['audit', 'list', '--json', '--data', data])).out).map((entry) => entry['action']),
    ).toContain('run.reset')
    expect(JSON.parse((await cli(['audit', 'verify', '--json', '--data', data])).out)).toMatchObject({
      valid: true,
      problems: [],
    })
    const db = new Database(join(data, 'offhook.sqlite'))
    db.exec("UPDATE audit_entry SET content = replace(content, 'dana', 'anad') WHERE seq = 2")
    db.close()
    const verified = await cli(['audit', 'verify', '--json', '--data', data])
    expect(verified.code).toBe(4)
    expect(JSON.parse(verified.out)).toMatchObject({ valid: false, problems: [{ seq: 2 }] })
  })

  it('is blocked with every reason, and nothing is made', async () => {
    const data = testFolder()
    const archives = join(testFolder(), 'archives')
    await cli(['demo', '--data', data, '--calls', '0', '--messages', '60'])
    const input = '{"voicemail":{"kind":"forward","extensionNumber":"99999"},"forwardCalls":"99998"}'
    const { code, out, err } = await cli(
      ['offboard', leaver, '--choices', '-', '--archive', archives, '--confirm', '1042', '--data', data],
      { input },
    )
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain('99999')
    expect(err).toContain('99998')
    expect(existsSync(archives)).toBe(false)
  })

  it('pauses at Ctrl+C, says how to continue, and continues', async () => {
    const data = testFolder()
    const archives = testFolder()
    await cli(['demo', '--data', data, '--calls', '0', '--messages', '60'])
    const paused = await cli(
      ['offboard', leaver, '--archive', archives, '--confirm', '1042', '--data', data, '--json'],
      { signal: AbortSignal.abort() },
    )
    expect(paused.code).toBe(1)
    const result = jsonLines(paused.out).at(-1)
    expect(result).toMatchObject({ type: 'result', status: 'paused' })
    expect(paused.err).toContain(`Continue with: run resume ${String(result?.['runId'])}`)
    const resumed = await cli(['run', 'resume', String(result?.['runId']), '--data', data, '--json'])
    expect(resumed.code).toBe(0)
    expect(jsonLines(resumed.out).at(-1)).toMatchObject({ status: 'done', runId: result?.['runId'] })
  })

  it('gives a run up with run cancel', async () => {
    const data = testFolder()
    await cli(['demo', '--data', data, '--calls', '0', '--messages', '60'])
    const paused = await cli(
      ['offboard', leaver, '--archive', testFolder(), '--confirm', '1042', '--data', data, '--json'],
      { signal: AbortSignal.abort() },
    )
    const id = String(jsonLines(paused.out).at(-1)?.['runId'])
    expect(JSON.parse((await cli(['run', 'cancel', id, '--json', '--data', data])).out)).toMatchObject({
      runId: id,
      status: 'cancelled',
    })
  })
})
