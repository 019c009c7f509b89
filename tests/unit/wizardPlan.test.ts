import { describe, expect, it } from 'vitest'
import { digest } from '../../src/main/digest.ts'
import { choices, type ChoicesInput } from '../../src/shared/offboarding/choices.ts'
import { buildPlan } from '../../src/shared/offboarding/plan.ts'
import { planTitle } from '../../src/shared/offboarding/planTitle.ts'
import { presetChoices, type Preset } from '../../src/shared/offboarding/presets.ts'
import { anInventory, planInput } from '../support/inventory.ts'
import { effectGroups } from '../../src/renderer/src/components/EffectList/effectGroups.ts'
import { planChanges } from '../../src/renderer/src/components/PlanParts/planChanges.ts'
import { planSummary } from '../../src/renderer/src/components/PlanParts/summary.ts'
import { confirmationOf } from '../../src/renderer/src/components/WizardStepper/titles.ts'

const planFor = (chosen: ChoicesInput, inventory = anInventory()) =>
  buildPlan(planInput({ choices: choices.parse(chosen), inventory }), digest)

describe('the button', () => {
  it.each<[Preset, string]>([
    ['offboard', 'Offboard Dana Whitfield'],
    ['reset', 'Reset extension 1042'],
    ['deactivate', 'Deactivate Dana Whitfield'],
    ['delete', 'Delete Dana Whitfield'],
  ])('of %s says "%s"', (name, label) => {
    expect(planTitle(planFor(presetChoices(name)))).toBe(label)
  })

  it('says Delete whatever else the plan does', () => {
    expect(planTitle(planFor({ delete: true }))).toBe('Delete Dana Whitfield')
  })
})

it('asks a person without an extension for the user name', () => {
  expect(confirmationOf(planFor({ delete: true }, anInventory({ extension: null })))).toBe('dana.whitfield')
})

describe('the impact panel', () => {
  const { effects } = planFor({})

  it('leaves no effect out', () => {
    expect(effectGroups(effects).flatMap((group) => group.effects)).toHaveLength(effects.length)
  })

  it('begins with what is removed and ends with what is kept', () => {
    const fates = effectGroups(effects).map((group) => group.fate)
    expect([fates[0], fates.at(-1)]).toEqual(['removed', 'kept'])
  })
})

// "9 removed" beside a list of 291 calls reads as a miscount: it counts kinds.
it('says of a plan how many kinds of things are removed and kept', () => {
  const { effects } = planFor({})
  const summary = planSummary({ ...planFor({}), effects, blockers: [], warnings: [] })
  expect(summary).toMatch(/^\d+ kinds removed, .*\d+ kept\.$/)
  const one = effects.filter(({ fate }) => fate === 'kept').slice(0, 1)
  expect(planSummary({ ...planFor({}), effects: one, blockers: [], warnings: [] })).toBe('1 kind kept.')
})

describe('a drifted plan', () => {
  it('names what is different', () => {
    const inventory = anInventory()
    const fewer = anInventory({ voicemail: { ...inventory.voicemail, count: inventory.voicemail.count + 1 } })
    expect(planChanges(planFor({}), planFor({}, fewer)).map((change) => change.what)).toEqual(['Voicemail messages'])
  })

  it('has no difference from itself', () => {
    expect(planChanges(planFor({}), planFor({}))).toEqual([])
  })
})
