import type { Effect } from '../../../../../shared/offboarding/effects.ts'
import { formatDay } from '../../../format/dates.ts'
import { formatCount } from '../../../format/numbers.ts'
import { formatPhoneNumber } from '../../../format/phoneNumbers.ts'
import { Truncated } from '../../../components/Truncated/Truncated.tsx'
import classes from './ImpactPanel.module.css'

/** One kind of thing: how many, where they are from now on, until when, who can see them. */
export function EffectRow({ effect }: { effect: Effect }) {
  return (
    <li className={classes.effect}>
      <span className={classes.count}>{formatCount(effect.count)}</span>
      <div className={classes.text}>
        <span className={classes.label}>{effect.label}</span>
        {effect.items.length > 0 && <Truncated text={effect.items.map(formatPhoneNumber).join(', ')} />}
        <span className={classes.detail}>
          {effect.where}
          {effect.until !== null && effect.fate !== 'removedOn' && (
            <>
              {' · until '}
              <time dateTime={effect.until}>{formatDay(effect.until)}</time>
            </>
          )}
          {` · ${effect.seenBy === 'Nobody' ? 'seen by nobody' : `seen by ${lowered(effect.seenBy)}`}`}
        </span>
      </div>
    </li>
  )
}

/** Sentence case inside a sentence; a name keeps its capital. */
function lowered(seenBy: string): string {
  const phrase = /^(Everyone|Administrators|The person|Whoever|Called|Emergency|Primary)/.test(seenBy)
  return phrase ? seenBy.charAt(0).toLowerCase() + seenBy.slice(1) : seenBy
}
