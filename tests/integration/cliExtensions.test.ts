import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, jsonLines } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'

let data = ''
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'offhook-test-'))
  await cli(['demo', '--data', data, '--calls', '200', '--messages', '60'])
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

const run = (...words: string[]) => cli([...words, '--json', '--data', data])
const numberOf = async (phoneNumber: string) =>
  jsonLines((await run('numbers', '--search', phoneNumber)).out)[0] as Record<string, unknown>

describe('extensions and numbers from the command line', () => {
  it('are listed with who has them, filtered and limited', async () => {
    const free = jsonLines((await run('extensions', '--state', 'free')).out)
    expect(free.length).toBeGreaterThan(1)
    expect(free.every(({ holder, state }) => holder === null && state === 'free')).toBe(true)
    expect(jsonLines((await run('extensions', '--limit', '3')).out)).toHaveLength(3)
    expect(jsonLines((await run('extensions', '--search', 'whitfield')).out)).toMatchObject([
      { extensionNumber: '1042', holder: { name: 'Dana Whitfield' } },
    ])
    expect(jsonLines((await run('numbers', '--state', 'parked')).out).length).toBeGreaterThan(0)
    const readable = await cli(['extensions', '--search', '1042', '--data', data])
    expect(readable.out).toMatch(/1042 +assigned +Dana Whitfield/)
    expect(await run('extensions', '--state', 'gone')).toMatchObject({ code: 2 })
  })

  it('a dry run changes nothing, and only the plan that was reviewed runs', async () => {
    const [number] = jsonLines((await run('numbers', '--search', '1009')).out)
    const phoneNumber = String(number!['phoneNumber'])
    const choices = join(testFolder(), 'choices.json')
    writeFileSync(choices, JSON.stringify({ numbers: { [phoneNumber]: { kind: 'park', until: '2099-01-31' } } }))
    const change = ['extension', 'change', '1009', '--choices', choices]
    const dry = await run(...change, '--plan')
    const plan = JSON.parse(dry.out) as { hash: string; effects: { what: string; fate: string }[] }
    expect(plan.effects.find(({ what }) => what === 'phoneNumber')).toMatchObject({ fate: 'frozen' })
    expect(await numberOf(phoneNumber)).toMatchObject({ state: 'assigned' })
    expect(await run(...change, '--approve', '0'.repeat(64))).toMatchObject({ code: 3 })
    expect(await numberOf(phoneNumber)).toMatchObject({ state: 'assigned' })

    const done = await run(...change, '--approve', plan.hash)
    expect(done.code).toBe(0)
    expect(jsonLines(done.out).at(-1)).toMatchObject({ type: 'result', status: 'done', archive: null })
    expect(await numberOf(phoneNumber)).toMatchObject({ state: 'parked', until: '2099-01-31', extension: null })
    const back = { input: JSON.stringify({ reclaim: [phoneNumber] }) }
    expect((await cli(['extension', 'change', '1009', '--choices', '-', '--json', '--data', data], back)).code).toBe(0)
    expect(await numberOf(phoneNumber)).toMatchObject({ state: 'assigned' })
  })

  it('says what stands in the way, and where the archive of a release goes', async () => {
    const [number] = jsonLines((await run('numbers', '--search', '1044')).out)
    const choices = join(testFolder(), 'choices.json')
    writeFileSync(choices, JSON.stringify({ numbers: { [String(number!['phoneNumber'])]: { kind: 'release' } } }))
    const without = await run('extension', 'change', '1044', '--choices', choices)
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining('--archive DIR is missing') as string })
    const elsewhere = await run('extension', 'change', '1009', '--choices', choices)
    expect(elsewhere).toMatchObject({
      code: 3,
      err: expect.stringContaining('not a number of this extension') as string,
    })
    expect(await run('extension', 'change', '9999', '--choices', choices)).toMatchObject({ code: 2 })
  })
})

describe('archive save', () => {
  it('saves chosen messages with proof, and offboards nobody', async () => {
    const listed = jsonLines((await run('voicemail', 'list', '--limit', '4')).out)
    const ids = listed.map(({ id }) => String(id))
    const archive = testFolder()
    const args = ['archive', 'save', '--messages', '-', '--archive', archive, '--json', '--data', data]
    const saved = await cli(args, { input: ids.join('\n') })
    expect(saved.code).toBe(0)
    const result = jsonLines(saved.out).at(-1) as { archive: string }
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: result.archive })
    expect(jsonLines((await run('archive', 'list', result.archive)).out).length).toBeGreaterThan(0)
    expect(await run('archive', 'verify', result.archive)).toMatchObject({ code: 0 })
    expect(jsonLines((await run('voicemail', 'list', '--limit', '4')).out)).toEqual(listed)
  })

  it('saves all messages of an extension; names what is missing or unknown', async () => {
    const danas = jsonLines((await run('voicemail', 'list', '--extension', '1042')).out)
    const saved = await run('archive', 'save', '--extension', '1042', '--archive', testFolder())
    expect(saved.code).toBe(0)
    const plan = JSON.parse((await run('archive', 'save', '--extension', '1042', '--plan')).out) as {
      effects: { count: number }[]
    }
    expect(plan.effects[0]!.count).toBe(danas.length)
    expect(await run('archive', 'save', '--archive', testFolder())).toMatchObject({ code: 2 })
    expect(await run('archive', 'save', '--extension', '1042')).toMatchObject({ code: 2 })
    const unknown = ['archive', 'save', '--messages', '-', '--archive', testFolder(), '--json', '--data', data]
    expect(await cli(unknown, { input: 'no-such-message' })).toMatchObject({ code: 3 })
    // A file that is none of ids, such as a list for reading.
    expect(await cli(unknown, { input: '2026-11-23 10:42  '.repeat(5) })).toMatchObject({ code: 2 })
  })

  it('takes an extension by its id, too', async () => {
    const [first] = jsonLines((await run('extensions', '--search', '1042')).out)
    const plan = await run('archive', 'save', '--extension', String(first!['id']), '--plan')
    expect(JSON.parse(plan.out)).toMatchObject({ subject: { extension: '1042' } })
  })
})
