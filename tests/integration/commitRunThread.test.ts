import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { choices } from '../../src/shared/offboarding/choices.ts'
import { buildCli } from '../support/cli.ts'
import { testFolder } from '../support/folder.ts'
import { demoFolder, openTestServices } from '../support/services.ts'

const dana = '1042'
const more = 1200

async function openLarge(): Promise<Services> {
  const { services } = await openTestServices(await demoFolder(), undefined, resolve('out', 'main'))
  const insert = services.db.prepare(
    `INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read,
        is_urgent, format, file, bytes, sha256)
      SELECT 'm' || @index, id, 'Ada', '', '2020-01-01T00:00:00.000Z', 0.5, 'INBOX', 0, 0, 'wav-pcm', 'aa/' || @index, 10,
        '${'0'.repeat(64)}'
      FROM extension WHERE extension_number = @dana`,
  )
  for (let index = 0; index < more; index += 1) insert.run({ index, dana })
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
    const start = await approved(services)
    const id = await services.runs.start(start)
    const one = (sql: string) => services.db.prepare(sql).pluck().get(id)
    expect(one('SELECT count(*) FROM run_message WHERE run_id = ?')).toBeGreaterThan(more)
    expect(one('SELECT count(*) FROM run_step WHERE run_id = ?')).toBeGreaterThan(3)
    expect(
      one(`SELECT count(*) FROM audit_entry WHERE content LIKE '%run.start%' AND content LIKE '%' || ? || '%'`),
    ).toBe(1)
    await services.runs.abandon(id)
    await expect(services.runs.start(start)).rejects.toMatchObject({ code: 'NOT_APPROVED' })
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

  it('is committed before the app closes, and paused', async () => {
    const services = await openLarge()
    const starting = services.runs.start(await approved(services))
    while (!services.runs.busy()) await wait(1)
    await services.runs.stopAll()
    expect(services.runs.show(await starting).status).toBe('paused')
  })
})
