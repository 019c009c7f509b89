import type { Fate } from '../../../../shared/offboarding/effects.ts'
import type { Plan } from '../../../../shared/offboarding/plan.ts'
import { fateOrder } from '../EffectList/effectGroups.ts'
import { formatQuantity } from '../../format/numbers.ts'

const fateWords: Readonly<Record<Fate, string>> = {
  kept: 'kept',
  moved: 'moved',
  frozen: 'frozen',
  removed: 'removed',
  removedOn: 'removed later',
}

/** A plan in one sentence, by kinds of things and not by things; read out when a choice has changed it. */
export function planSummary({ effects, blockers, warnings }: Plan): string {
  const fates = fateOrder
    .map((fate) => ({ fate, count: effects.filter((effect) => effect.fate === fate).length }))
    .filter(({ count }) => count > 0)
    .map(({ fate, count }, index) =>
      index === 0 ? `${formatQuantity(count, 'kind')} ${fateWords[fate]}` : `${count} ${fateWords[fate]}`,
    )
  const found = [
    ...(blockers.length > 0 ? [formatQuantity(blockers.length, 'blocker')] : []),
    ...(warnings.length > 0 ? [formatQuantity(warnings.length, 'warning')] : []),
  ]
  return `${[...fates, ...found].join(', ')}.`
}
