import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { choices, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import { startTestApp } from '../support/app.ts'
import { pausedAfterArchive } from '../support/pausing.ts'
import { demoFolder } from '../support/services.ts'

const without: ChoicesInput = { revokeSignIn: false, reset: false, removeLicence: false, leaveGroups: false }

/** Margaret's run for Caleb, who is an operator, paused before anything happened to his sign-in. */
async function pausedForCaleb() {
  const app = await startTestApp(await demoFolder())
  const { ask, signInAs } = app
  await signInAs('margaret.osei')
  const { userId, id } = (await ask('operators.list', {})).find((one) => one.userName === 'caleb.ostrander')!
  const request = { kind: 'person' as const, userId: userId!, choices: choices.parse(without) }
  const { hash: planHash } = await ask('offboarding.plan', request)
  const { approval } = await ask('runs.approve', { request, planHash })
  const { runId } = await ask('runs.start', {
    request,
    planHash,
    approval,
    archiveFolder: null,
    confirm: null,
    draftId: null,
  })
  await ask('runs.cancel', { runId })
  return { ...app, runId, operatorId: id }
}

const refused = (code: string) => ({ ok: false, error: { code: 'BLOCKED', details: { blockers: [{ code }] } } })

// Would catch: rules about who may leave that hold for a new plan, and not for one that was approved before.
describe('a run that can go on', () => {
  it('is neither continued nor given up by whom it is about', async () => {
    const { signInAs, invoke, ask, runId } = await pausedForCaleb()
    await signInAs('caleb.ostrander')
    expect(await invoke('runs.resume', { runId })).toMatchObject(refused('OWN_ACCOUNT'))
    expect(await invoke('runs.abandon', { runId })).toMatchObject(refused('OWN_ACCOUNT'))
    expect((await ask('runs.show', { runId })).status).toBe('paused')
  })

  it('does not take the sign-in of who became the primary administrator of Offhook meanwhile', async () => {
    const { invoke, ask, runId, operatorId } = await pausedForCaleb()
    await ask('operators.handOver', { operatorId, password: 'maple-harbor-41' })
    expect(await invoke('runs.resume', { runId })).toMatchObject(refused('PRIMARY_OPERATOR'))
  })
})

// Would catch: a report that says that every step is done, of a run whose steps were skipped.
it('a run that is given up stays so, also when somebody had it go on while a thread was writing', async () => {
  const { services, run } = await pausedAfterArchive()
  let giveBack = (): void => undefined
  await services.db.writer.lendUntil(new Promise<void>((resolve) => (giveBack = resolve)))
  const resumed = services.db.writer.free().then(() => services.runs.resume(run.id))
  const abandoned = services.runs.abandon(run.id)
  await wait(20)
  giveBack()
  await Promise.all([resumed, abandoned])
  expect(await services.runs.settled(run.id)).toMatchObject({ status: 'cancelled' })
})
