import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openFirst } from '../../src/main/firstAnswers.ts'
import { buildCli } from '../support/cli.ts'
import { fixedClock } from '../support/clock.ts'
import { demoFolder } from '../support/services.ts'

async function open() {
  const first = await openFirst({
    dataFolder: await demoFolder(),
    resourcesFolder: 'resources',
    clock: fixedClock(),
    ids: { next: randomUUID },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    emit: () => {},
    checkOutput: true,
  })
  onTestFinished(() => void first.data.database.close())
  return first
}

describe('what the window asks before its first paint', () => {
  it('is answered: whose company this is, and who may sign in', async () => {
    const { dispatch } = await open()
    expect(await dispatch('tenant.status', {})).toMatchObject({ ok: true, value: { kind: 'demo', users: 48 } })
    expect(await dispatch('session.status', {})).toMatchObject({ ok: true, value: { state: 'signedOut' } })
  })

  it('is all that is answered before the rest of main is there', async () => {
    const { dispatch, isAskedFirst } = await open()
    expect(
      ['tenant.status', 'session.status', 'session.signIn', 'users.list', 'toString'].filter(isAskedFirst),
    ).toEqual(['tenant.status', 'session.status'])
    expect(await dispatch('session.signIn', { userName: 'margaret.osei', password: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
  })
})

// One import in the wrong place brings everything that main does back in front of the first paint of every start.
describe('what main reads for it', () => {
  const folder = join('out', 'main', 'chunks')
  beforeAll(buildCli, 120_000)

  function readBy(chunk: string, seen = new Set<string>()): Set<string> {
    if (seen.has(chunk)) return seen
    seen.add(chunk)
    const text = readFileSync(join(folder, chunk), 'utf8')
    for (const [, name] of text.matchAll(/from\s*"\.\/([^"]+\.js)"/g)) readBy(name!, seen)
    return seen
  }

  it('is less than a half of all', () => {
    const bytesOf = (start: string): number => {
      const chunk = readdirSync(folder).find((name) => name.startsWith(`${start}-`))
      return [...readBy(chunk!)].reduce((sum, name) => sum + readFileSync(join(folder, name)).byteLength, 0)
    }
    const [first, all] = [bytesOf('firstAnswers'), bytesOf('start')]
    expect(first).toBeGreaterThan(100_000)
    expect(first).toBeLessThan(320_000)
    expect(first).toBeLessThan(all / 2)
  })
})
