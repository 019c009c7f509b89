import { IconBan } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { outcomeOf, type OutcomePart } from '../../../../shared/offboarding/outcome.ts'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { StatusBadge } from '../StatusBadge/StatusBadge.tsx'
import { ToneBadge } from '../StatusBadge/ToneBadge.tsx'
import { EffectList } from './EffectList.tsx'
import { EffectRow } from './EffectRow.tsx'
import classes from './EffectList.module.css'

/** What a run made of everything, or is to make; what is not so stands apart and says so. */
export function RunEffects({ run }: { run: Run }) {
  return outcomeOf(run).map(({ part, effects }) => {
    switch (part) {
      case 'undone':
        return <NotSo key={part} effects={effects} badge={<StatusBadge status="undone" />} before="Until then: " />
      case 'notTaken':
        return <NotSo key={part} effects={effects} badge={<NotTakenBadge />} before="Planned: " />
      case 'planned':
      case 'happened':
        return effects.length === 0 ? (
          <p key={part}>No step changed anything.</p>
        ) : (
          <EffectList key={part} effects={effects} />
        )
    }
  })
}

function NotTakenBadge() {
  return (
    <ToneBadge tone="gray" icon={<IconBan size={13} aria-hidden />}>
      Did not happen
    </ToneBadge>
  )
}

type NotSoProps = Pick<OutcomePart, 'effects'> & { badge: ReactNode; before: string }

function NotSo({ effects, badge, before }: NotSoProps) {
  return (
    <section className={classes.group}>
      <h3 className={classes.groupTitle}>{badge}</h3>
      <ul className={classes.effects}>
        {effects.map((effect) => (
          <EffectRow
            key={`${effect.what} ${effect.items.join()} ${effect.step} ${effect.where}`}
            effect={effect}
            before={before}
          />
        ))}
      </ul>
    </section>
  )
}
