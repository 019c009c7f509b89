import { nouns, type DatumKind } from '../../../../shared/offboarding/datum.ts'
import type { Effect } from '../../../../shared/offboarding/effects.ts'
import type { Plan } from '../../../../shared/offboarding/plan.ts'

export type PlanChange = { what: string; before: string; after: string }

/** What a new plan says otherwise than the one that was reviewed; shown when the person changed in between. */
export function planChanges(before: Plan, after: Plan): PlanChange[] {
  const kinds = new Set([...before.effects, ...after.effects].map((effect) => effect.what))
  return [...kinds]
    .map((kind) => ({ what: nouns[kind][1], before: summary(before, kind), after: summary(after, kind) }))
    .filter((change) => change.before !== change.after)
}

function summary({ effects }: Plan, kind: DatumKind): string {
  const said = effects.filter((effect) => effect.what === kind).map(describe)
  return said.length === 0 ? 'none' : said.join('; ')
}

function describe({ count, items, where, until }: Effect): string {
  const what = items.length > 0 ? items.join(', ') : String(count)
  return `${what} (${where}${until === null ? '' : `, until ${until}`})`
}
