import type { Effect } from '../../../../shared/offboarding/effects.ts'
import { FateBadge } from '../FateBadge/FateBadge.tsx'
import { effectGroups } from './effectGroups.ts'
import { EffectRow } from './EffectRow.tsx'
import classes from './EffectList.module.css'

/** All effects of a plan, grouped by fate. */
export function EffectList({ effects }: { effects: readonly Effect[] }) {
  return effectGroups(effects).map(({ fate, until, effects: group }) => (
    <section key={`${fate} ${until}`} className={classes.group}>
      <h3 className={classes.groupTitle}>
        <FateBadge fate={fate} until={until} />
      </h3>
      <ul className={classes.effects}>
        {group.map((effect) => (
          <EffectRow key={`${effect.what} ${effect.items.join()} ${effect.step} ${effect.where}`} effect={effect} />
        ))}
      </ul>
    </section>
  ))
}
