import type { Fate } from '../../../../../shared/offboarding/effects.ts'
import type { Plan } from '../../../../../shared/offboarding/plan.ts'
import { formatQuantity } from '../../../format/numbers.ts'

const fateWords: Readonly<Record<Fate, string>> = {
  kept: 'kept',
  moved: 'moved',
  frozen: 'frozen',
  removed: 'removed',
  removedOn: 'removed later',
}

/** A plan in one sentence, for screen readers: said when a choice has changed it. */
export function planSummary({ effects, blockers, warnings }: Plan): string {
  const fates = [...new Set(effects.map((effect) => effect.fate))].map(
    (fate) => `${effects.filter((effect) => effect.fate === fate).length} ${fateWords[fate]}`,
  )
  const found = [
    ...(blockers.length > 0 ? [formatQuantity(blockers.length, 'blocker')] : []),
    ...(warnings.length > 0 ? [formatQuantity(warnings.length, 'warning')] : []),
  ]
  return `Plan: ${[...fates, ...found].join(', ')}.`
}
