import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Services } from '../../src/main/services.ts'
import { choices, type Choices } from '../../src/shared/offboarding/choices.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import { openPausing } from '../support/pausing.ts'
import { demoFolder, offboard, openTestServices } from '../support/services.ts'

const dana = '1042'

/** A message that comes in on Dana's extension as the phone system takes it. */
function arrive({ db }: Services, id = 'late'): void {
  db.prepare(
    `INSERT INTO voicemail_message (id, extension_id, caller_name, caller_number, received_at, seconds, folder, is_read, is_urgent, format, file, bytes, sha256)
      SELECT @id, id, 'Ada', '+12125550134', '2026-11-02T14:05:00.000Z', 4.2, 'INBOX', 0, 0, 'wav-pcm', 'aa/' || @id || '.wav', 10, '${'0'.repeat(64)}'
      FROM extension WHERE extension_number = @dana`,
  ).run({ id, dana })
}

const isLeft = ({ db }: Services): unknown =>
  db
    .prepare(
      "SELECT extension_number FROM voicemail_message m JOIN extension ON extension.id = extension_id WHERE m.id = 'late'",
    )
    .pluck()
    .get()
const stateOf = (run: Run, kind: string): string | undefined =>
  run.steps.find((step) => step.action.kind === kind)?.status

describe('a message that arrives in the middle of an offboarding', () => {
  // Would catch: what came in while a thread wrote between the gate and the change is deleted and in no archive.
  it('after the listing was looked at is neither deleted nor moved', async () => {
    let arrived = false
    const { services } = await openTestServices(await demoFolder(), ({ name, payload }) => {
      if (arrived || name !== 'runs.changed' || !('status' in payload)) return
      if (stateOf(services.runs.show(payload.runId), 'voicemailDisposition') !== 'running') return
      arrived = true
      void services.db.writer.lendUntil(wait(600).then(() => arrive(services)))
    })
    const { run } = await offboard(services, dana, { voicemail: { kind: 'delete' } })
    expect(run).toMatchObject({ status: 'failed', error: { code: 'PLAN_DRIFTED' } })
    expect([stateOf(run, 'voicemailDisposition'), isLeft(services)]).toEqual(['failed', dana])
  })

  // Would catch: a run that begins with a listing that is older, or newer, than what was approved.
  it('while a large listing is read has the run not begin', async () => {
    const { services, dataFolder } = await openTestServices(await demoFolder())
    for (let count = 0; count < 600; count += 1) arrive(services, `early${count}`)
    const request = { kind: 'person' as const, userId: services.directory.find(dana), choices: choices.parse({}) }
    const { hash: planHash } = await services.planner.plan(request)
    const { approval } = await services.runs.approve(request, planHash)
    const given = { request, planHash, approval, archiveFolder: dataFolder, confirm: null, draftId: null }
    setImmediate(() => arrive(services))
    await expect(services.runs.start(given)).rejects.toMatchObject({ code: 'PLAN_DRIFTED' })
    expect(services.runs.list({ offset: 0, limit: 10 })).toEqual([])
  })

  // Would catch: a deletion that believes that the extension is empty because its messages were forwarded or deleted.
  it.each([{ kind: 'delete' }, { kind: 'keep' }] as Choices['voicemail'][])(
    'after the voicemails were dealt with (%j) is not deleted with the account',
    async (voicemail) => {
      let arrived = false
      const { services } = await openTestServices(await demoFolder(), ({ name, payload }) => {
        if (arrived || name !== 'runs.changed' || !('status' in payload)) return
        if (stateOf(services.runs.show(payload.runId), 'removeLicence') !== 'done') return
        arrived = true
        arrive(services)
      })
      const { run } = await offboard(services, dana, { voicemail, reset: false, delete: true }, dana)
      expect(run).toMatchObject({ status: 'failed', error: { code: 'PLAN_DRIFTED' } })
      expect([stateOf(run, 'delete') === 'done', isLeft(services)]).toEqual([false, dana])
    },
  )
})

// Would catch: a greeting that is in no archive and is deleted with the reset, although the plan says that it is saved.
it.each([
  ['reset', {}, undefined],
  ['delete', { reset: false, delete: true }, dana],
] as const)('a greeting that arrives in the middle is not lost with the %s', async (kind, chosen, confirm) => {
  const { services, pauseAfter } = await openPausing()
  pauseAfter('archiveVoicemail')
  const { run } = await offboard(services, dana, chosen, confirm)
  services.db
    .prepare(
      `INSERT INTO greeting (id, extension_id, kind, seconds, file, bytes, sha256)
        SELECT 'late', id, 'busy', 3, 'aa/late.wav', 10, '${'0'.repeat(64)}' FROM extension WHERE extension_number = ?`,
    )
    .run(dana)
  services.runs.resume(run.id)
  const stopped = await services.runs.settled(run.id)
  expect(stopped).toMatchObject({
    status: 'failed',
    error: {
      code: 'PLAN_DRIFTED',
      message: expect.stringContaining('1 greeting that is not in the archive') as string,
    },
  })
  expect(stateOf(stopped, kind)).toBe('failed')
  expect(services.db.prepare("SELECT count(*) FROM greeting WHERE id = 'late'").pluck().get()).toBe(1)
})
