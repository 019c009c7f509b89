import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import { archivedMessage } from '../../src/shared/archives/model.ts'
import { extensionRequest, extensionRow, messagesOn, numbersOn } from '../support/extensions.ts'
import { carryOut, demoFolder, offboard, openTestServices, startPlan, startRun } from '../support/services.ts'

const dana = '1042'
const colleague = '1009'
const hire = { userName: 'noor.hire', firstName: 'Noor', lastName: 'Hire', primaryEmail: 'noor.hire@example.com' }
const kinds = (run: Run) => run.steps.map((step) => step.action.kind)

async function demo() {
  return (await openTestServices(await demoFolder())).services
}

async function blockersOf(services: Services, number: string, chosen: Parameters<typeof extensionRequest>[2]) {
  const plan = await services.planner.plan(extensionRequest(services, number, chosen))
  return plan.blockers.map(({ code }) => code)
}

describe('a phone number', () => {
  it('moves to another extension in a plan about the extension, without an archive, and on from there', async () => {
    const services = await demo()
    const [first, ...others] = numbersOn(services, dana)
    const move = extensionRequest(services, dana, {
      numbers: { [first!]: { kind: 'reassign', extensionNumber: colleague } },
    })
    const { run } = await carryOut(services, move)
    expect([run.status, run.archive, kinds(run)]).toEqual(['done', null, ['number']])
    expect(run.subject).toMatchObject({ kind: 'extension', name: 'Extension 1042', holder: 'Dana Whitfield' })
    expect(numbersOn(services, dana)).toEqual(others)
    expect(numbersOn(services, colleague)).toContain(first)
    const on = extensionRequest(services, colleague, {
      numbers: { [first!]: { kind: 'reassign', extensionNumber: '1044' } },
    })
    expect((await carryOut(services, on)).run.status).toBe('done')
    expect(numbersOn(services, '1044')).toContain(first)
    const told = [...services.audit.entries()].map(({ action, subject }) => `${action} ${subject}`)
    expect(told).toContain('run.number extension 1042')
  })

  it('is parked and reclaimed, also onto a free extension', async () => {
    const services = await demo()
    await offboard(services, 'dana.whitfield')
    const [first] = numbersOn(services, dana)
    const park = extensionRequest(services, dana, { numbers: { [first!]: { kind: 'park', until: '2027-01-31' } } })
    expect((await carryOut(services, park)).run.status).toBe('done')
    expect(numbersOn(services, dana)).not.toContain(first)
    const { run } = await carryOut(services, extensionRequest(services, dana, { reclaim: [first!] }))
    expect([run.status, run.steps[0]!.title]).toEqual(['done', `Reclaim ${first!} for extension 1042`])
    expect(numbersOn(services, dana)).toContain(first)
  })

  it('is released only behind the proven archive of the extension, and reclaimable for 90 days', async () => {
    const { services, clock } = await openTestServices(await demoFolder())
    const [first] = numbersOn(services, dana)
    const release = extensionRequest(services, dana, { numbers: { [first!]: { kind: 'release' } } })
    const { run } = await carryOut(services, release)
    expect([run.status, kinds(run)]).toEqual(['done', ['archiveVoicemail', 'number']])
    expect(run.messages.proven).toBe(messagesOn(services, dana).length)
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run.archive! })
    expect(existsSync(join(run.archive!, 'data', 'person.json'))).toBe(false)
    expect(existsSync(join(run.archive!, 'data', 'extension.json'))).toBe(true)
    clock.set('2027-02-21T10:00:00.000Z')
    expect(await blockersOf(services, colleague, { reclaim: [first!] })).toEqual([])
    clock.set('2027-02-22T10:00:00.000Z')
    expect(await blockersOf(services, colleague, { reclaim: [first!] })).toEqual(['NUMBER_RECLAIM_OVER'])
  })

  it('stays when the archive is damaged before the release', async () => {
    let damaged = false
    const { services } = await openTestServices(await demoFolder(), ({ name, payload }) => {
      if (damaged || name !== 'runs.changed' || !('status' in payload)) return
      const run = services.runs.show(payload.runId)
      if (run.steps[0]?.status !== 'done') return
      damaged = true
      rmSync(join(run.archive!, 'data', 'voicemail'), { recursive: true })
    })
    const [first] = numbersOn(services, dana)
    const { run } = await carryOut(
      services,
      extensionRequest(services, dana, { numbers: { [first!]: { kind: 'release' } } }),
    )
    expect(run).toMatchObject({ status: 'failed', error: { code: 'ARCHIVE_NOT_PROVEN' } })
    expect(numbersOn(services, dana)).toContain(first)
  })

  it('is refused where the plan is impossible, each with its own reason', async () => {
    const services = await demo()
    const [first] = numbersOn(services, dana)
    const reassign = (extensionNumber: string) => ({
      numbers: { [first!]: { kind: 'reassign' as const, extensionNumber } },
    })
    expect(await blockersOf(services, dana, reassign(dana))).toEqual(['NUMBER_TARGET_SAME'])
    expect(await blockersOf(services, dana, reassign('9999'))).toEqual(['NUMBER_TARGET_UNKNOWN'])
    expect(await blockersOf(services, colleague, reassign(dana))).toContain('NUMBER_NOT_THEIRS')
    expect(await blockersOf(services, colleague, { reclaim: [first!] })).toContain('NUMBER_NOT_FREE')
    expect(await blockersOf(services, colleague, { reclaim: ['+12015550999'] })).toContain('NUMBER_UNKNOWN')
    expect(await blockersOf(services, dana, {})).toEqual(['NOTHING_TO_DO'])
    expect(await blockersOf(services, dana, { assignProfile: hire })).toEqual(['EXTENSION_NOT_FREE'])
  })
})

describe('a new profile for a free extension', () => {
  it.each([
    ['handOver', 0, 'Noor Hire'],
    ['hide', 1, 'Administrators'],
  ] as const)('%s: the plan says who hears the old voicemails, and so it is', async (oldRecords, hidden, seenBy) => {
    const services = await demo()
    await offboard(services, 'dana.whitfield')
    const before = messagesOn(services, dana)
    const request = extensionRequest(services, dana, { assignProfile: { ...hire, oldRecords } })
    const { effects } = await services.planner.plan(request)
    expect(effects.find(({ what }) => what === 'voicemailMessage')).toMatchObject({ count: before.length, seenBy })
    const { run } = await carryOut(services, request)
    expect(run.status).toBe('done')
    expect(messagesOn(services, dana)).toEqual(before.map(({ id }) => ({ id, hidden })))
    const { voicemail, user } = await services.directory.show(services.directory.find('noor.hire'))
    expect([user.status, voicemail.count, voicemail.hidden]).toEqual(['ACTIVE', before.length, hidden * before.length])
  })

  // Would catch: a new person who hears and sees what was left by the one before, because nobody thought of a box.
  it('hides the old records unless it is said otherwise, and warns of calls that are handed over', async () => {
    const services = await demo()
    await offboard(services, 'dana.whitfield')
    const given = async (profile: typeof hire & { oldRecords?: 'handOver' }) =>
      services.planner.plan(extensionRequest(services, dana, { assignProfile: profile }))
    const hidden = await given(hire)
    expect(hidden.effects.filter(({ what }) => what === 'voicemailMessage' || what === 'callLog')).toMatchObject([
      { seenBy: 'Administrators' },
      { seenBy: 'Administrators', where: 'Calls of who had it before, on the extension' },
    ])
    expect(hidden.warnings.map(({ code }) => code)).not.toContain('SHARED_EXTENSION_CALLS')
    const { warnings } = await given({ ...hire, oldRecords: 'handOver' })
    expect(warnings.map(({ code }) => code)).toContain('SHARED_EXTENSION_CALLS')
  })

  it('warns before what was hidden is handed over to the next one', async () => {
    const services = await demo()
    await offboard(services, 'dana.whitfield')
    const first = extensionRequest(services, dana, { assignProfile: { ...hire, oldRecords: 'hide' } })
    await carryOut(services, first)
    await offboard(services, 'noor.hire')
    const next = { ...hire, userName: 'next.hire', oldRecords: 'handOver' as const }
    const plan = await services.planner.plan(extensionRequest(services, dana, { assignProfile: next }))
    expect(plan.warnings.map(({ code }) => code)).toContain('HIDDEN_VOICEMAIL_HANDED_OVER')
  })

  it('remembers who had the extension, until when', async () => {
    const services = await demo()
    const userId = services.directory.find('dana.whitfield')
    await offboard(services, 'dana.whitfield')
    const rows = services.db.prepare('SELECT * FROM extension_former_user WHERE user_id = ?').all(userId)
    expect(rows).toEqual([
      { extension_id: extensionRow(services, dana).id, until: '2026-11-23T10:42:00.000Z', user_id: userId },
    ])
  })
})

describe('a run on an extension', () => {
  it('waits for the unfinished run of the person who has it, and the other way round', async () => {
    const services = await demo()
    const [first] = numbersOn(services, dana)
    const { runId } = await startRun(services, 'dana.whitfield')
    await services.runs.cancel(runId)
    const park = extensionRequest(services, dana, { numbers: { [first!]: { kind: 'park', until: '2027-01-31' } } })
    await expect(startPlan(services, park)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Dana Whitfield') as string,
    })
    await services.runs.abandon(runId)
    expect((await carryOut(services, park)).run.status).toBe('done')
  })

  it('is not started when something on the extension has changed since the review', async () => {
    const services = await demo()
    const [first] = numbersOn(services, dana)
    const park = extensionRequest(services, dana, { numbers: { [first!]: { kind: 'park', until: '2027-01-31' } } })
    const { hash } = await services.planner.plan(park)
    services.db.prepare('DELETE FROM device WHERE extension_id = ?').run(extensionRow(services, dana).id)
    await expect(services.runs.approve(park, hash)).rejects.toMatchObject({
      code: 'PLAN_DRIFTED',
      message: expect.stringContaining('this extension') as string,
    })
  })
})

describe('saving chosen messages', () => {
  it('takes those of an assigned and of a free extension into one proven archive, and offboards nobody', async () => {
    const services = await demo()
    await offboard(services, 'dana.whitfield')
    const free = messagesOn(services, dana).slice(0, 3)
    const other = services.db
      .prepare<[], { n: string }>(
        `SELECT extension_number AS n FROM extension WHERE user_id IS NOT NULL
          AND (SELECT count(*) FROM voicemail_message WHERE extension_id = extension.id) > 1 ORDER BY n LIMIT 1`,
      )
      .get()!.n
    const messageIds = [...free, ...messagesOn(services, other).slice(0, 2)].map(({ id }) => id)
    const request = { kind: 'messages' as const, messageIds }
    const plan = await services.planner.plan(request)
    expect(plan.effects).toEqual([
      expect.objectContaining({ what: 'voicemailMessage', count: 5, fate: 'kept', step: 'archiveVoicemail' }),
    ])
    const { run } = await carryOut(services, request)
    expect([run.status, run.messages, kinds(run)]).toMatchObject([
      'done',
      { listed: 5, proven: 5 },
      ['archiveVoicemail'],
    ])
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: run.archive! })
    const list: unknown = JSON.parse(readFileSync(join(run.archive!, 'data/voicemail/voicemails.json'), 'utf8'))
    const saved = archivedMessage.array().parse(list)
    expect(new Set(saved.map(({ id }) => id))).toEqual(new Set(messageIds))
    expect(new Set(saved.map(({ extension }) => extension))).toEqual(new Set([dana, other]))
    expect(readFileSync(join(run.archive!, 'data/index.html'), 'utf8')).toContain(`Extension ${other}`)
    expect((await services.audit.verify()).problems).toEqual([])
  })

  it('stops when one of them is gone, before and after the review', async () => {
    const services = await demo()
    const messageIds = messagesOn(services, dana).map(({ id }) => id)
    const request = { kind: 'messages' as const, messageIds }
    const { hash } = await services.planner.plan(request)
    services.db.prepare('DELETE FROM voicemail_message WHERE id = ?').run(messageIds[0])
    const after = await services.planner.plan(request)
    expect(after.blockers.map(({ code }) => code)).toEqual(['MESSAGES_GONE'])
    await expect(services.runs.approve(request, hash)).rejects.toMatchObject({ code: 'BLOCKED' })
  })

  it('can go on after it was stopped, and saves nothing twice', async () => {
    const services = await demo()
    const messageIds = messagesOn(services, dana).map(({ id }) => id)
    const { runId } = await startPlan(services, { kind: 'messages', messageIds })
    await services.runs.cancel(runId)
    expect(services.runs.show(runId).status).toBe('paused')
    services.runs.resume(runId)
    const run = await services.runs.settled(runId)
    expect([run.status, run.messages.proven]).toEqual(['done', messageIds.length])
  })
})
