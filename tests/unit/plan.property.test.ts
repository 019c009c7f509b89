import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../../src/main/digest.ts'
import { catalogue, isDestructive } from '../../src/shared/offboarding/catalogue.ts'
import { dataOf } from '../../src/shared/offboarding/data.ts'
import { buildPlan } from '../../src/shared/offboarding/plan.ts'
import { anyChoices, anyInventory } from '../support/arbitraries.ts'
import { planInput } from '../support/inventory.ts'

const anyInput = fc.record({ inventory: anyInventory, choices: anyChoices }).map((change) => planInput(change))

describe('every plan', () => {
  it('puts no destructive step before the pivot', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { steps } = buildPlan(input, digest)
        const pivot = steps.findIndex((step) => step.reversibility === 'pivot')
        const first = steps.findIndex((step) => isDestructive(step.action))
        expect(first === -1 || (pivot !== -1 && pivot < first)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes each step after all that must come before it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const kinds = buildPlan(input, digest).steps.map((step) => step.kind)
        const early = catalogue.filter(({ kind, after }) => {
          const at = kinds.indexOf(kind)
          return at !== -1 && after.some((earlier) => kinds.lastIndexOf(earlier) > at)
        })
        expect(early.map(({ kind }) => kind)).toEqual([])
      }),
    )
  })

  it('gives every datum of the inventory exactly one fate', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const effects = buildPlan(input, digest).effects.filter(({ made }) => made !== true)
        for (const datum of dataOf(input.inventory)) {
          const about = effects.filter((effect) => effect.what === datum.what)
          expect(about.reduce((sum, effect) => sum + effect.count, 0)).toBe(datum.count)
          expect(about.flatMap((effect) => effect.items).toSorted()).toEqual(datum.names.toSorted())
        }
        expect(new Set(effects.map((effect) => effect.what))).toEqual(
          new Set(dataOf(input.inventory).map((datum) => datum.what)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('is equal for equal inputs, whatever the order of their keys', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const again = buildPlan(reversed(input), digest)
        expect(buildPlan(input, digest)).toEqual(again)
        expect(buildPlan(input, digest).hash).toBe(again.hash)
      }),
    )
  })

  it('has another hash when anything of the inventory changes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { hash } = buildPlan(input, digest)
        const { inventory } = input
        const changed = { ...inventory, voicemail: { ...inventory.voicemail, digest: 'b'.repeat(64) } }
        expect(buildPlan({ ...input, inventory: changed }, digest).hash).not.toBe(hash)
      }),
    )
  })

  it('never deletes what is under a legal hold without being blocked', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { steps, blockers } = buildPlan(input, digest)
        const deletes = steps.some(
          ({ action }) =>
            action.kind === 'delete' || (action.kind === 'voicemailDisposition' && action.choice.kind === 'delete'),
        )
        const held = input.inventory.user.legalHold !== null
        expect(!held || !deletes || blockers.some((one) => one.code === 'LEGAL_HOLD')).toBe(true)
      }),
    )
  })
})

function reversed<T>(value: T): T {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([key, one]) => [key, reversed(one)])) as T
}
