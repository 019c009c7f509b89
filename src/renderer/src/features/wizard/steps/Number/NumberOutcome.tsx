import type { Effect } from '../../../../../../shared/offboarding/effects.ts'
import { EffectDetail } from '../../../../components/EffectList/EffectDetail.tsx'
import { FateBadge } from '../../../../components/FateBadge/FateBadge.tsx'
import classes from './NumberStep.module.css'

/** What the plan says becomes of a number, beside its choice. */
export function NumberOutcome({ effect }: { effect: Effect }) {
  return (
    <p className={classes.outcome}>
      <FateBadge fate={effect.fate} />
      <span>
        <EffectDetail effect={effect} />
      </span>
    </p>
  )
}
