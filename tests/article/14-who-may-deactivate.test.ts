import { expect, it } from 'vitest'
import { presetChoices } from '../../src/shared/offboarding/presets.ts'
import { startTestApp } from '../support/app.ts'
import { demoFolder } from '../support/services.ts'

const request = async (ask: Awaited<ReturnType<typeof startTestApp>>['ask']) => {
  const { users } = await ask('users.list', { filter: { search: 'gus.papadopoulos' }, limit: 1 })
  return { kind: 'person' as const, userId: users[0]!.id, choices: presetChoices('deactivate') }
}

// Would catch: a check that only the window makes. Main is asked as the window asks it.
it.each([['margaret.osei'], ['caleb.ostrander']])(
  'row 14: %s, an administrator of accounts, may deactivate',
  async (who) => {
    const { ask, signInAs } = await startTestApp(await demoFolder())
    await signInAs(who)
    const asked = await request(ask)
    const { hash, blockers } = await ask('offboarding.plan', asked)
    expect(blockers).toEqual([])
    expect((await ask('runs.approve', { request: asked, planHash: hash })).approval).not.toBe('')
  },
)

it('row 14: an IT administrator sees the plan, is told whom to ask, and main approves and starts nothing', async () => {
  const { ask, invoke, signInAs } = await startTestApp(await demoFolder())
  await signInAs('emre.yildirim')
  const asked = await request(ask)
  const { hash, blockers } = await ask('offboarding.plan', asked)
  expect(blockers).toMatchObject([
    { code: 'ROLE_NOT_ALLOWED', remedy: expect.stringContaining('Ask a primary') as string },
  ])
  expect(await invoke('runs.approve', { request: asked, planHash: hash })).toMatchObject({
    ok: false,
    error: { code: 'BLOCKED' },
  })
  const start = { request: asked, planHash: hash, approval: 'x', archiveFolder: null, confirm: null, draftId: null }
  expect(await invoke('runs.start', start)).toMatchObject({ ok: false, error: { code: 'BLOCKED' } })
  expect((await ask('users.show', { userId: asked.userId })).user.status).toBe('ACTIVE')
  // What does not touch the account is for IT administrators too.
  const kept = { ...asked, choices: { ...presetChoices('reset') } }
  expect((await ask('offboarding.plan', kept)).blockers).toEqual([])
})

it.each([['ruth.abernathy'], ['imogen.platt']])(
  'row 14: %s, a viewer, is not asked for approval at all',
  async (who) => {
    const { ask, invoke, signInAs } = await startTestApp(await demoFolder())
    await signInAs(who)
    const asked = await request(ask)
    const { hash } = await ask('offboarding.plan', asked)
    expect(await invoke('runs.approve', { request: asked, planHash: hash })).toMatchObject({
      ok: false,
      error: { code: 'NOT_ALLOWED' },
    })
  },
)
