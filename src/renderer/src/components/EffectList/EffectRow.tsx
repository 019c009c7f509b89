import type { Effect } from '../../../../shared/offboarding/effects.ts'
import { Truncated } from '../Truncated/Truncated.tsx'
import { formatCount } from '../../format/numbers.ts'
import { EffectDetail } from './EffectDetail.tsx'
import { readable } from './readable.ts'
import classes from './EffectList.module.css'

export type EffectRowProps = {
  effect: Effect
  /** Words before what is said, where it is not so. */
  before?: string
}

/** One kind of thing: how many, where they are from now on, until when, who can see them. */
export function EffectRow({ effect, before = '' }: EffectRowProps) {
  const { count, label, items } = effect
  // An undo names some things as their kind is called.
  const names = items.filter((item) => item !== label).map(readable)
  return (
    <li className={classes.effect}>
      <span className={classes.count}>{formatCount(count)}</span>
      <div className={classes.text}>
        <div className={classes.line}>
          <span className={classes.label}>{label}</span>
          {names.length > 0 && <Truncated text={names.join(', ')} />}
        </div>
        <div className={classes.detail}>
          {before}
          <EffectDetail effect={effect} />
        </div>
      </div>
    </li>
  )
}
