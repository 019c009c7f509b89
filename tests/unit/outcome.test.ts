import { describe, expect, it } from 'vitest'
import { digest } from '../../src/main/digest.ts'
import type { StepKind } from '../../src/shared/offboarding/action.ts'
import { choices, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import { outcomeOf, type OutcomePart } from '../../src/shared/offboarding/outcome.ts'
import { buildPlan } from '../../src/shared/offboarding/plan.ts'
import type { Run } from '../../src/shared/offboarding/run.ts'
import type { StepStatus } from '../../src/shared/offboarding/stepStatus.ts'
import { anInventory, planInput } from '../support/inventory.ts'

/** A run whose steps are done but for those named. */
function runWith(
  status: Run['status'],
  named: { [K in StepKind]?: StepStatus },
  chosen: ChoicesInput = {},
  inventory = anInventory(),
) {
  const plan = buildPlan(planInput({ choices: choices.parse(chosen), inventory }), digest)
  const steps = plan.steps.map((step, position) => ({
    ...step,
    position,
    status: named[step.action.kind] ?? ('done' as const),
    attempts: 1,
    startedAt: null,
    finishedAt: null,
    outcome: null,
    error: null,
    undoneBy: null,
  }))
  return { status, plan, steps }
}

/** What is said of a kind of thing in a part. */
const said = (parts: readonly OutcomePart[], part: OutcomePart['part'], what: string): string[] =>
  parts
    .filter((one) => one.part === part)
    .flatMap(({ effects }) => effects.filter((effect) => effect.what === what).map(({ where }) => where))

describe('what a run made of everything', () => {
  it('is the plan when every step is done, and as long as the run has not ended', () => {
    const withoutEarlier = (effects: Run['plan']['effects']) =>
      effects.map((effect) => ({ ...effect, otherwise: undefined }))
    const done = runWith('done', {})
    expect(outcomeOf(done)).toEqual([{ part: 'happened', effects: withoutEarlier(done.plan.effects) }])
    const running = runWith('running', { reset: 'pending' })
    expect(outcomeOf(running)).toEqual([{ part: 'planned', effects: running.plan.effects }])
  })

  // The page went on to say that the license is back in the pool after it had been given back.
  it('names what was undone as undone, and nothing of it as so', () => {
    const parts = outcomeOf(runWith('done', { removeLicence: 'undone' }))
    expect(said(parts, 'happened', 'licence')).toEqual([])
    expect(said(parts, 'undone', 'licence')).toEqual(['Back in the pool, free to assign; still billed'])
    expect(said(parts, 'happened', 'preference')).toEqual(['Only in the archive'])
  })

  it('is what an earlier step made of a thing when the later one is undone', () => {
    const parts = outcomeOf(runWith('done', { deactivate: 'undone' }))
    expect(said(parts, 'happened', 'signIn')).toEqual([expect.stringMatching(/^Blocked; /)])
    expect(said(parts, 'undone', 'profile')).toEqual(['Directory, deactivated; can be activated again'])
  })

  // "Undone: 2 forwarding rules", which nobody has any more.
  it('is that own rules are gone when the forwarding that replaced them is undone: the reset left nobody who had them', () => {
    const undone = runWith('done', { forwardCalls: 'undone' }, { forwardCalls: '1017' })
    const parts = outcomeOf(undone)
    expect(said(parts, 'happened', 'forwardingRule')).toEqual(['Permanently deleted'])
    expect(said(parts, 'undone', 'forwardingRule')).toEqual([])
    const alone = outcomeOf(runWith('done', { forwardCalls: 'undone' }, { forwardCalls: '1017', reset: false }))
    expect(said(alone, 'undone', 'forwardingRule')).toEqual(['Replaced: all calls go to 1017'])
  })

  it('counts each rule once: those of an administrator come back with the undo, own rules do not', () => {
    const [own] = anInventory().forwardingRules
    const forwardingRules = [own!, { ...own!, id: 'f2', condition: 'BUSY' as const, setBy: 'administrator' as const }]
    const inventory = anInventory({ forwardingRules })
    const undone = outcomeOf(runWith('done', { forwardCalls: 'undone' }, { forwardCalls: '1017' }, inventory))
    const rules = undone.map(({ part, effects }) => [part, effects.filter(({ what }) => what === 'forwardingRule')])
    expect(rules).toMatchObject([
      ['happened', [{ count: 1, items: ['No answer to voicemail'] }]],
      ['undone', [{ count: 1, items: ['When busy to voicemail'] }]],
    ])
  })

  // The page of a run that had failed at its archive said: Removed, 3 greetings, permanently deleted.
  it('is only what the steps have done when the run was given up; all else did not happen', () => {
    const parts = outcomeOf(
      runWith('cancelled', {
        archiveVoicemail: 'failed',
        leaveGroups: 'skipped',
        reset: 'skipped',
        removeLicence: 'skipped',
        deactivate: 'skipped',
      }),
    )
    const happened = parts.filter(({ part }) => part === 'happened').flatMap(({ effects }) => effects)
    expect(new Set(happened.map(({ step }) => step))).toEqual(new Set(['revokeSignIn']))
    expect(said(parts, 'happened', 'signIn')).toEqual([expect.stringMatching(/^Blocked; /)])
    expect(said(parts, 'notTaken', 'signIn')).toEqual(['No login access'])
    expect(said(parts, 'notTaken', 'greeting')).toEqual(['Only in the archive'])
    expect(said(parts, 'notTaken', 'callRecord')).toEqual([])
  })

  it('tells phone numbers apart by their own steps', () => {
    const chosen: ChoicesInput = { numbers: { '+12125550142': { kind: 'park', until: '2027-03-01' } } }
    const parts = outcomeOf(runWith('done', { number: 'undone' }, chosen))
    expect(said(parts, 'undone', 'phoneNumber')).toEqual(['Parked: rings nowhere; available afterwards'])
  })
})
