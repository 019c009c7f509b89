import { describe, expect, it } from 'vitest'
import type { RunId } from '../../src/shared/ids.ts'
import type { ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import type { StepKind } from '../../src/shared/offboarding/action.ts'
import { copyOf, differences, dumpDatabase, type Dump } from '../support/databaseDump.ts'
import { carryOut, demoFolder, offboard, openTestServices, type Heard } from '../support/services.ts'

const nothing: ChoicesInput = {
  revokeSignIn: false,
  leaveGroups: false,
  reset: false,
  removeLicence: false,
  status: 'leave',
}
const dana = 'dana.whitfield'

async function openDemo(hear: (heard: Heard) => void = () => {}) {
  const { services, clock } = await openTestServices(await demoFolder(), hear)
  const undo = async (runId: RunId, kind: StepKind) => {
    const { position } = services.runs.show(runId).steps.find(({ action }) => action.kind === kind)!
    return carryOut(services, { kind: 'undo', runId, position }, null)
  }
  const blockersOf = async (runId: RunId, kind: StepKind) => {
    const { position } = services.runs.show(runId).steps.find(({ action }) => action.kind === kind)!
    const { blockers } = await services.planner.plan({ kind: 'undo', runId, position })
    return blockers.map(({ code }) => code)
  }
  return { services, clock, undo, blockersOf }
}

/** Sessions that have ended stay ended, and a change of a user is dated: all else must be as it was. */
function withoutTraces(dump: Dump): Dump {
  const copy = copyOf(dump)
  copy.delete('user_session')
  for (const row of copy.get('user')!.values()) row['last_updated_time'] = ''
  return copy
}

const cases: [kind: StepKind, choices: ChoicesInput][] = [
  ['revokeSignIn', { ...nothing, revokeSignIn: true }],
  ['voicemailDisposition', { ...nothing, voicemail: { kind: 'forward', extensionNumber: '1009' } }],
  ['number', { ...nothing, numbers: { '+12125550142': { kind: 'reassign', extensionNumber: '1044' } } }],
  ['number', { ...nothing, numbers: { '+12125550142': { kind: 'park', until: '2027-03-01' } } }],
  ['forwardCalls', { ...nothing, forwardCalls: '1009' }],
  ['leaveGroups', { ...nothing, leaveGroups: true }],
  ['removeLicence', { ...nothing, removeLicence: true }],
  ['deactivate', { ...nothing, status: 'deactivate' }],
]

describe('an undo', () => {
  // What comes back differently from how it was taken is lost without a sound.
  it.each(cases)('of %s gives back exactly what the step took, and nothing else changes', async (kind, chosen) => {
    const { services, undo } = await openDemo()
    const before = withoutTraces(dumpDatabase(services.db))
    const { run } = await offboard(services, dana, chosen)
    expect(run.status).toBe('done')
    expect(differences(before, withoutTraces(dumpDatabase(services.db)))).not.toEqual([])
    const undone = await undo(run.id, kind)
    expect(undone.run.status).toBe('done')
    expect(differences(before, withoutTraces(dumpDatabase(services.db)))).toEqual([])
    expect(services.runs.show(run.id).steps.find(({ action }) => action.kind === kind)).toMatchObject({
      status: 'undone',
      undoneBy: undone.run.id,
    })
  })

  it('says in its plan what comes back, and that the rest does not change', async () => {
    const { services } = await openDemo()
    const { licences } = await services.directory.show(services.directory.find(dana))
    const { run } = await offboard(services, dana, {})
    const { position } = run.steps.find(({ action }) => action.kind === 'removeLicence')!
    const plan = await services.planner.plan({ kind: 'undo', runId: run.id, position })
    expect(plan.effects).toEqual([
      expect.objectContaining({
        what: 'licence',
        count: licences.length,
        items: licences.map(({ name }) => name),
        fate: 'moved',
        where: 'Assigned to Dana Whitfield',
      }),
    ])
    expect(plan.steps.map(({ title }) => title)).toEqual(['Undo: Remove the licenses'])
    expect(plan.warnings.map(({ code }) => code)).toEqual(['LICENCE_SUSPENDED'])
  })

  it('names a way out that is one: who gets a freed extension is never in the groups of the one before', async () => {
    const { services, undo } = await openDemo()
    const { run } = await offboard(services, dana, {})
    await expect(undo(run.id, 'leaveGroups')).rejects.toThrow('Leave the step as it is')
  })

  it('is approved and written into the audit like any other run, and cannot be done twice', async () => {
    const { services, undo, blockersOf } = await openDemo()
    const { run } = await offboard(services, dana, { ...nothing, removeLicence: true })
    await undo(run.id, 'removeLicence')
    const actions = (await services.audit.list({}, 0, 5)).entries.map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['run.approve', 'run.start', 'run.undo', 'run.done']))
    expect(await blockersOf(run.id, 'removeLicence')).toEqual(['UNDO_NOT_DONE'])
  })

  // Two approvals of the same undo must not give the same thing back twice.
  it('that was approved before another one of the same step is refused', async () => {
    const { services } = await openDemo()
    const { run } = await offboard(services, dana, { ...nothing, removeLicence: true })
    const { position } = run.steps.find(({ action }) => action.kind === 'removeLicence')!
    const request = { kind: 'undo', runId: run.id, position } as const
    const { hash } = await services.planner.plan(request)
    const { approval } = await services.runs.approve(request, hash)
    await carryOut(services, request, null)
    const late = { request, planHash: hash, approval, archiveFolder: '', confirm: null, draftId: null }
    await expect(services.runs.start(late)).rejects.toMatchObject({ code: 'BLOCKED' })
  })
})

// The review called it 'Can be undone' to deactivate somebody whose account was deleted right after.
it('is promised by no plan that leaves nobody to give anything back to, and each step that promises it can be undone', async () => {
  const { services, blockersOf } = await openDemo()
  const markOf = ({ steps }: { steps: readonly { action: { kind: StepKind }; reversibility: string }[] }) =>
    Object.fromEntries(steps.map(({ action, reversibility }) => [action.kind, reversibility]))
  const { run } = await offboard(services, dana, {})
  expect(markOf(run.plan)).toMatchObject({ deactivate: 'compensatable', leaveGroups: 'irreversible' })
  expect(markOf(run)).toEqual(markOf(run.plan))
  const everything: ChoicesInput = {
    reset: false,
    delete: true,
    voicemail: { kind: 'forward', extensionNumber: '1009' },
    forwardCalls: '1009',
  }
  const { run: deleted } = await offboard(services, 'marcus.reyes', everything, '1017')
  expect(deleted.status).toBe('done')
  expect(Object.values(markOf(deleted.plan))).not.toContain('compensatable')
  expect(markOf(deleted)).toEqual(markOf(deleted.plan))
  for (const kind of ['revokeSignIn', 'voicemailDisposition', 'forwardCalls', 'removeLicence', 'deactivate'] as const)
    expect([kind, await blockersOf(deleted.id, kind)]).toEqual([kind, ['USER_DELETED']])
})

// "Dana Whitfield · Done" of an undo reads as if she had been offboarded.
it('is called an undo in every list of runs and by what tells of it, and what it undid an offboarding', async () => {
  const told = new Set<string>()
  const { services, clock, undo } = await openDemo(({ name, payload }) => {
    if (name === 'runs.changed' && 'title' in payload) told.add(payload.title)
  })
  const { person, run } = await offboard(services, dana, {})
  clock.set('2026-11-23T11:00:00.000Z')
  await undo(run.id, 'removeLicence')
  const titles = ['Undo: Remove the licenses · Dana Whitfield', 'Offboard Dana Whitfield']
  expect(services.runs.list({ offset: 0, limit: 10 }).map(({ title }) => title)).toEqual(titles)
  expect([...told].toReversed()).toEqual(titles)
  expect(services.runs.ofPerson(person).map(({ title }) => title)).toEqual(titles)
  expect(services.runs.ofPerson(person).map(({ offboards }) => offboards)).toEqual([false, true])
  const [, undone] = services.runs.ofPerson(person)
  expect(undone).toMatchObject({ stepsUndone: 1, stepsDone: run.stepsTotal })
})

describe('an undo is blocked', () => {
  it.each([
    ['reset', 'UNDO_IMPOSSIBLE'],
    ['archiveVoicemail', 'UNDO_IMPOSSIBLE'],
    ['revokeSignIn', 'UNDO_IN_ORDER'],
    ['leaveGroups', 'UNDO_OTHER_HOLDER'],
  ] as const)('for %s after a whole offboarding', async (kind, code) => {
    const { services, blockersOf } = await openDemo()
    const { run } = await offboard(services, dana, {})
    expect(await blockersOf(run.id, kind)).toEqual([code])
  })

  it('when somebody else has what it took, or the account is deleted', async () => {
    const { services, blockersOf } = await openDemo()
    const { run } = await offboard(services, dana, {})
    services.db.prepare('UPDATE licence SET user_id = ? WHERE user_id IS NULL').run(services.directory.find('1009'))
    expect(await blockersOf(run.id, 'removeLicence')).toEqual(['UNDO_NOTHING_LEFT'])
    await offboard(services, dana, { ...nothing, delete: true }, dana)
    expect(await blockersOf(run.id, 'deactivate')).toEqual(['USER_DELETED'])
  })

  it('for voicemail that somebody else would hear by then', async () => {
    const { services, blockersOf } = await openDemo()
    const profile = { userName: 'kim.lee', firstName: 'Kim', lastName: 'Lee', primaryEmail: 'kim.lee@example.com' }
    const { run } = await offboard(services, dana, {
      voicemail: { kind: 'forward', extensionNumber: '1009' },
      assignProfile: profile,
    })
    expect(await blockersOf(run.id, 'voicemailDisposition')).toEqual(['UNDO_OTHER_HOLDER'])
  })

  it('while the run can still go on, and for steps of older versions', async () => {
    const { services, blockersOf } = await openDemo()
    const { run } = await offboard(services, dana, { ...nothing, removeLicence: true })
    services.db.prepare("UPDATE run SET status = 'failed' WHERE id = ?").run(run.id)
    expect(await blockersOf(run.id, 'removeLicence')).toEqual(['UNDO_RUN_UNFINISHED'])
    services.db.prepare("UPDATE run SET status = 'done' WHERE id = ?").run(run.id)
    services.db.prepare('UPDATE applied_action SET taken = NULL').run()
    expect(await blockersOf(run.id, 'removeLicence')).toEqual(['UNDO_NOT_KNOWN'])
  })

  // Who may not deactivate may not undo a deactivation either.
  it('for a role that may not take the step', async () => {
    const { services, blockersOf } = await openDemo()
    const { run } = await offboard(services, dana, {})
    services.session.actAs({ name: 'Emre', role: 'itAdministrator', auditPrivilege: false })
    expect(await blockersOf(run.id, 'deactivate')).toEqual(['ROLE_NOT_ALLOWED'])
    expect(await blockersOf(run.id, 'removeLicence')).toEqual([])
  })
})

it('steps of one run are undone one after the other, the last first', async () => {
  const { services, undo } = await openDemo()
  const before = withoutTraces(dumpDatabase(services.db))
  const { run } = await offboard(services, dana, {
    reset: false,
    numbers: { '+12125550142': { kind: 'park', until: '2027-03-01' } },
  })
  for (const kind of ['deactivate', 'removeLicence', 'leaveGroups', 'number', 'revokeSignIn'] as const)
    expect((await undo(run.id, kind)).run.error).toBeNull()
  expect(differences(before, withoutTraces(dumpDatabase(services.db)))).toEqual([])
})

it('what is only partly there comes back in part, and the plan says what does not', async () => {
  const { services, undo } = await openDemo()
  const { run } = await offboard(services, dana, {
    ...nothing,
    voicemail: { kind: 'forward', extensionNumber: '1009' },
  })
  const [moved] = services.db
    .prepare<[string], { id: string }>('SELECT message_id AS id FROM run_message WHERE run_id = ? ORDER BY position')
    .all(run.id)
  services.db.prepare('DELETE FROM voicemail_message WHERE id = ?').run(moved!.id)
  const { position } = run.steps.find(({ action }) => action.kind === 'voicemailDisposition')!
  const { warnings, effects } = await services.planner.plan({ kind: 'undo', runId: run.id, position })
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    ['UNDO_PARTLY', '1 voicemail message does not come back: not on that extension any more.'],
  ])
  expect(effects.map(({ what, count }) => [what, count])).toEqual([['voicemailMessage', 11]])
  expect((await undo(run.id, 'voicemailDisposition')).run.steps[0]!.outcome).toBe('11 voicemail messages moved back.')
})
