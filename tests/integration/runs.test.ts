import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choices } from '../../src/shared/offboarding/choices.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import { demoFolder, offboard, openTestServices, startRun } from '../support/services.ts'
import { testFolder } from '../support/folder.ts'

const dana = '1042'
const states = (run: Run) => Object.fromEntries(run.steps.map((step) => [step.action.kind, step.status]))
const voicemailsIn = (run: Run) => join(run.archive!, 'data', 'voicemail')
const audioIn = (run: Run) => readdirSync(voicemailsIn(run)).filter((name) => /\.(wav|mp3)$/.test(name))

describe('an offboarding', () => {
  it('saves every voicemail in a bag that sha256sum accepts, then does what the plan said', async () => {
    const { services } = await openTestServices(await demoFolder())
    const before = await services.directory.show(services.directory.find(dana))
    const { run, person } = await offboard(services, dana)
    expect(run.error).toBeNull()
    expect(run.status).toBe('done')
    expect(new Set(Object.values(states(run)))).toEqual(new Set(['done']))
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run.archive! })
    expect(audioIn(run)).toHaveLength(before.voicemail.count)
    const after = await services.directory.show(person)
    expect(after.user).toMatchObject({ status: 'INACTIVE', signInRevoked: true, openSessions: 0 })
    expect([after.extension, after.licences]).toEqual([null, []])
    expect(after.counts.callRecord).toBe(before.counts.callRecord)
    expect((await services.audit.verify()).problems).toEqual([])
  })

  it('forwards voicemail, reassigns and releases numbers, and deletes after the extension was typed', async () => {
    const { services } = await openTestServices(await demoFolder())
    const { phoneNumbers, voicemail } = await services.directory.show(services.directory.find(dana))
    const stays = await services.directory.list({
      filter: { search: '', status: 'ACTIVE', leaving: false },
      sort: 'extension',
      descending: false,
      offset: 0,
      limit: 1,
    })
    const colleague = stays.users[0]!.id
    const extensionNumber = stays.users[0]!.extension!
    const had = await services.directory.show(colleague)
    const numbers = {
      [phoneNumbers[0]!.phoneNumber]: { kind: 'reassign' as const, extensionNumber },
      [phoneNumbers[1]!.phoneNumber]: { kind: 'release' as const },
    }
    const chosen = { voicemail: { kind: 'forward' as const, extensionNumber }, numbers, delete: true }
    await expect(startRun(services, dana, chosen, '1041')).rejects.toMatchObject({ code: 'NOT_APPROVED' })
    const { run, person } = await offboard(services, dana, chosen, '1042')
    expect([run.status, run.error]).toEqual(['done', null])
    const has = await services.directory.show(colleague)
    expect(has.voicemail.count).toBe(had.voicemail.count + voicemail.count)
    expect(has.phoneNumbers.map((one) => one.phoneNumber)).toContain(phoneNumbers[0]!.phoneNumber)
    expect((await services.directory.show(person)).user.status).toBe('DELETED')
  })
})

describe('the gate', () => {
  type Damage = [name: string, damage: (run: Run) => void]
  const first = (run: Run): string => join(voicemailsIn(run), audioIn(run)[0]!)
  const damages: Damage[] = [
    ['a missing message', (run) => rmSync(first(run))],
    ['a truncated message', (run) => writeFileSync(first(run), readFileSync(first(run)).subarray(0, 100))],
    ['one flipped bit', (run) => flip(first(run))],
    ['another manifest', (run) => writeFileSync(join(run.archive!, 'manifest-sha256.txt'), '')],
  ]

  it.each(damages)('stops before the reset when it finds %s', async (_name, damage) => {
    let damaged = false
    const { services } = await openTestServices(await demoFolder(), ({ name, payload }) => {
      if (damaged || name !== 'runs.changed' || !('status' in payload)) return
      const run = services.runs.show(payload.runId)
      if (run.steps.find((step) => step.action.kind === 'archiveVoicemail')?.status !== 'done') return
      damaged = true
      damage(run)
    })
    const { run, person } = await offboard(services, dana)
    expect(run).toMatchObject({ status: 'failed', error: { code: 'ARCHIVE_NOT_PROVEN' } })
    expect(states(run)).toMatchObject({ reset: 'failed', removeLicence: 'pending', deactivate: 'pending' })
    expect((await services.directory.show(person)).extension?.extensionNumber).toBe('1042')
  })

  it('stops when a message has come since the plan was approved', async () => {
    let left = false
    const { services } = await openTestServices(await demoFolder(), ({ name }) => {
      if (left || name !== 'runs.changed') return
      left = true
      services.db
        .prepare(
          "UPDATE voicemail_message SET extension_id = (SELECT id FROM extension WHERE extension_number = '1042') WHERE id = (SELECT id FROM voicemail_message WHERE extension_id = (SELECT id FROM extension WHERE extension_number = '1017') LIMIT 1)",
        )
        .run()
    })
    const { run, person } = await offboard(services, dana)
    expect(run).toMatchObject({ status: 'failed', error: { code: 'PLAN_DRIFTED' } })
    expect((await services.directory.show(person)).user.status).toBe('ACTIVE')
  })
})

describe('a run that stops', () => {
  it('is paused by a cancel and continued without writing a proven message again', async () => {
    let cancelled = false
    const { services } = await openTestServices(await demoFolder(), ({ name, payload }) => {
      if (cancelled || name !== 'runs.progress' || !('phase' in payload)) return
      if (payload.phase !== 'saving' || payload.done === 0) return
      cancelled = true
      void services.runs.cancel(payload.runId)
    })
    const { runId } = await startRun(services, await mailboxOf120(services))
    const paused = await services.runs.settled(runId)
    expect(paused.status).toBe('paused')
    expect(paused.messages.proven).toBeGreaterThan(0)
    const inodes = audioIn(paused).map((name) => [name, statSync(join(voicemailsIn(paused), name)).ino] as const)
    services.runs.resume(runId)
    await services.runs.settled(runId)
    const run = services.runs.show(runId)
    expect(run.messages).toMatchObject({ listed: 120, proven: 120 })
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run.archive! })
    for (const [name, inode] of inodes.slice(0, paused.messages.proven)) {
      expect(statSync(join(voicemailsIn(run), name)).ino).toBe(inode)
    }
  })

  it('can be tried again after its cause is mended', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    const row = services.db
      .prepare(
        "SELECT file FROM voicemail_message m JOIN extension x ON x.id = m.extension_id WHERE extension_number = '1042' LIMIT 1",
      )
      .get() as { file: string }
    const file = join(dataFolder, 'audio', row.file)
    const content = readFileSync(file)
    rmSync(file)
    const { run, runId } = await offboard(services, dana)
    expect(run).toMatchObject({ status: 'failed', error: { code: 'FILE_PROBLEM' } })
    expect(states(run)['reset']).toBe('pending')
    writeFileSync(file, content)
    services.runs.resume(runId)
    expect((await services.runs.settled(runId)).status).toBe('done')
  })

  it('given up, skips what is left, keeps why it failed, and frees the person for another plan', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    rmSync(join(dataFolder, 'audio'), { recursive: true })
    const { runId, run: failed } = await offboard(services, dana)
    await expect(startRun(services, dana)).rejects.toMatchObject({ code: 'CONFLICT' })
    await services.runs.abandon(runId)
    const run = services.runs.show(runId)
    expect(run.status).toBe('cancelled')
    expect(states(run)).toMatchObject({ revokeSignIn: 'done', archiveVoicemail: 'failed', reset: 'skipped' })
    expect(failed.error?.code).toBe('FILE_PROBLEM')
    expect(run.steps.find(({ status }) => status === 'failed')?.error).toEqual(failed.error)
    await startRun(services, dana)
  })
})

describe('approval', () => {
  it('is for one plan, once, for ten minutes', async () => {
    const { services, clock } = await openTestServices(await demoFolder())
    const userId = services.directory.find(dana)
    const request = { kind: 'person' as const, userId, choices: choices.parse({}) }
    const start = { request, archiveFolder: testFolder(), confirm: null, draftId: null }
    const { hash } = await services.planner.plan(request)
    await expect(services.runs.start({ ...start, planHash: hash, approval: 'guessed' })).rejects.toMatchObject({
      code: 'NOT_APPROVED',
    })
    const { approval } = await services.runs.approve(request, hash)
    const other = { ...request, choices: choices.parse({ reset: false }) }
    const otherHash = (await services.planner.plan(other)).hash
    await expect(
      services.runs.start({ ...start, request: other, planHash: otherHash, approval }),
    ).rejects.toMatchObject({ code: 'NOT_APPROVED' })
    clock.set('2026-11-23T10:52:01.000Z')
    await expect(services.runs.start({ ...start, planHash: hash, approval })).rejects.toMatchObject({
      code: 'NOT_APPROVED',
    })
  })

  it('is refused with the difference when the person has changed', async () => {
    const { services } = await openTestServices(await demoFolder())
    const userId = services.directory.find(dana)
    const request = { kind: 'person' as const, userId, choices: choices.parse({}) }
    const { hash } = await services.planner.plan(request)
    services.db.prepare('DELETE FROM licence WHERE user_id = ?').run(userId)
    await expect(services.runs.approve(request, hash)).rejects.toMatchObject({
      code: 'PLAN_DRIFTED',
      details: { differences: [expect.objectContaining({ what: 'Licenses', after: 'none' })] },
    })
  })

  it('is refused for a plan with blockers, with the way out', async () => {
    const { services } = await openTestServices(await demoFolder())
    const row = services.db
      .prepare('SELECT user_name FROM user WHERE scim_provider IS NOT NULL AND leaves_on IS NOT NULL LIMIT 1')
      .get() as { user_name: string }
    await expect(startRun(services, row.user_name)).rejects.toMatchObject({
      code: 'BLOCKED',
      message: expect.stringContaining('leave the status unchanged') as string,
    })
  })
})

describe('a data folder that two processes opened', () => {
  it('has one engine', async () => {
    const folder = await demoFolder()
    const { services: one } = await openTestServices(folder)
    const { services: two } = await openTestServices(folder)
    const { runId } = await startRun(one, dana)
    await expect(startRun(two, '1017')).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await one.runs.settled(runId)).status).toBe('done')
    expect((await offboard(two, '1017')).run.status).toBe('done')
  })
})

type Services = Awaited<ReturnType<typeof openTestServices>>['services']

async function mailboxOf120(services: Services): Promise<string> {
  const { users } = await services.directory.list({
    filter: { search: '', leaving: true },
    sort: 'voicemails',
    descending: true,
    offset: 0,
    limit: 1,
  })
  return users[0]!.userName
}

function flip(path: string): void {
  const bytes = readFileSync(path)
  bytes[bytes.length - 20]! ^= 1
  writeFileSync(path, bytes)
}
