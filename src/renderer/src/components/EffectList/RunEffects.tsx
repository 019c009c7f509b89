import { outcomeOf, type OutcomePart } from '../../../../shared/offboarding/outcome.ts'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { StatusBadge } from '../StatusBadge/StatusBadge.tsx'
import { EffectList } from './EffectList.tsx'
import { EffectRow } from './EffectRow.tsx'
import classes from './EffectList.module.css'

/** What a run made of everything, or is to make; what is not so stands apart and says so. */
export function RunEffects({ run }: { run: Run }) {
  return outcomeOf(run).map((one) =>
    one.part === 'undone' ? <NotSo key={one.part} {...one} /> : <EffectList key={one.part} effects={one.effects} />,
  )
}

function NotSo({ effects }: OutcomePart) {
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>
        <StatusBadge status="undone" />
      </h3>
      <ul className={classes.effects}>
        {effects.map((effect) => (
          <EffectRow key={`${effect.what} ${effect.step} ${effect.where}`} effect={effect} before="Until then: " />
        ))}
      </ul>
    </section>
  )
}
