import type { Effect } from '../../../../shared/offboarding/effects.ts'
import { formatDay } from '../../format/dates.ts'
import { readable } from './readable.ts'
import { seenByWords } from './words.ts'

/** Where something is from now on, until when, and who can see it. */
export function EffectDetail({ effect }: { effect: Effect }) {
  const { where, until, fate } = effect
  const seenBy = seenByWords(effect)
  return (
    <>
      {readable(where)}
      {until !== null && fate !== 'removedOn' && (
        <>
          {' · until '}
          <time dateTime={until}>{formatDay(until)}</time>
        </>
      )}
      {seenBy !== null && ` · ${seenBy}`}
    </>
  )
}
