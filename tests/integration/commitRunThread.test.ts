import { resolve } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { runId } from '../../src/shared/ids.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { buildCli } from '../support/cli.ts'
import { fillMailbox } from '../support/fillMailbox.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const dana = '1042'

async function openLarge(): Promise<Services> {
  const { services } = await openTestServices(await demoFolder(), undefined, resolve('out', 'main'))
  fillMailbox(services.db, dana, 1200, (index) => ({ id: `m${index}`, receivedAt: '2020-01-01T00:00:00.000Z' }))
  return services
}

async function approved(services: Services) {
  const request = { kind: 'person' as const, userId: services.directory.find(dana), choices: choices.parse({}) }
  const { hash: planHash } = await services.planner.plan(request)
  const { approval } = await services.runs.approve(request, planHash)
  return { request, planHash, approval, archiveFolder: testFolder(), confirm: null, draftId: null }
}

// The built thread is what the app runs; without it the same code runs on this thread, as in every other test.
describe('a run with a large listing', () => {
  beforeAll(buildCli, 120_000)

  it('is committed whole by a thread: listing, steps, audit, the approval used up', async () => {
    const services = await openLarge()
    const id = await services.runs.start(await approved(services))
    const one = (sql: string) => services.db.prepare(sql).pluck().get(id)
    expect(one('SELECT count(*) FROM run_message WHERE run_id = ?')).toBeGreaterThan(1200)
    expect(one('SELECT count(*) FROM run_step WHERE run_id = ?')).toBeGreaterThan(3)
    expect(
      one(`SELECT count(*) FROM audit_entry WHERE content LIKE '%run.start%' AND content LIKE '%' || ? || '%'`),
    ).toBe(1)
    expect(services.db.prepare('SELECT count(*) FROM approval WHERE used_at IS NOT NULL').pluck().get()).toBe(1)
    await services.runs.settled(id)
  })

  // Would catch: two runs for one person, both of which were begun while the first was still being written down.
  it('is refused for a person for whom another is committed meanwhile', async () => {
    const services = await openLarge()
    const [first, second] = [await approved(services), await approved(services)]
    const settled = await Promise.allSettled([services.runs.start(first), services.runs.start(second)])
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    expect(refused).toEqual([expect.objectContaining({ code: 'CONFLICT' })])
    expect(services.db.prepare('SELECT count(*) FROM run').pluck().get()).toBe(1)
  })

  // Would catch: the sign-in of a person blocked for a plan that nobody approved, because somebody wrote while the thread started.
  it('is not committed when its plan is another one by the time the thread may write', async () => {
    const services = await openLarge()
    const starting = services.runs.start(await approved(services))
    while (!services.runs.busy()) await nextTurn()
    services.db.prepare("UPDATE user SET legal_hold = 'case 7' WHERE id = ?").run(services.directory.find(dana))
    await expect(starting).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
    expect(services.db.prepare('SELECT count(*) FROM run').pluck().get()).toBe(0)
    expect(services.runs.busy()).toBe(false)
  })

  // Would catch: a run that is worked on twice, or goes on after it was given up, by who was quick.
  it.each(['resume', 'abandon'] as const)('is begun once, also when somebody asks to %s it at once', async (ask) => {
    const services = await openLarge()
    const starting = services.runs.start(await approved(services))
    const rows = services.db.prepare<[], string>('SELECT id FROM run').pluck()
    while (rows.get() === undefined) await nextTurn()
    const id = runId.parse(rows.get())
    expect(services.runs.show(id).status).toBe('running')
    await services.runs[ask](id)
    await starting
    const { status, steps } = await services.runs.settled(id)
    expect(status).toBe(ask === 'resume' ? 'failed' : 'cancelled')
    const attempts = services.db.prepare('SELECT max(attempts) FROM run_step WHERE run_id = ?').pluck().get(id)
    expect(attempts).toBeLessThan(2)
    expect(steps.some((step) => step.status === 'running')).toBe(false)
  })

  it('is committed before the app closes, and paused; another is not begun any more', async () => {
    const services = await openLarge()
    const start = await approved(services)
    const starting = services.runs.start(start)
    while (!services.runs.busy()) await nextTurn()
    const both = Promise.allSettled([starting, services.runs.start(start)])
    await services.runs.stopAll()
    expect((await both)[1]).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } })
    expect(services.runs.show(await starting).status).toBe('paused')
    expect(services.runs.busy()).toBe(false)
  })
})
