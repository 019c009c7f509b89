import { zoneOffsets } from '../../../shared/analytics/localDays.ts'
import type { ReadDb } from '../../db/sql.ts'

/** The times of the first and the last call; null without calls. */
export type CallTime = { first: string; last: string } | null

export function readCallTime(db: ReadDb): CallTime {
  const { first, last } = db
    .prepare<[], { first: string | null; last: string | null }>(
      'SELECT (SELECT min(started_at) FROM call_record) AS first, (SELECT max(started_at) FROM call_record) AS last',
    )
    .get() ?? { first: null, last: null }
  return first === null || last === null ? null : { first, last }
}

/** SQL for the calendar day of a call in a zone, for calls of this time. */
export function localDaySql(zone: string, time: CallTime): string {
  const offsets = time === null ? [] : zoneOffsets(zone, time.first, time.last)
  if (offsets.every(({ minutes }) => minutes === 0)) return 'substr(started_at, 1, 10)'
  const [earliest, ...changes] = offsets
    .toReversed()
    .map(({ from, minutes }) => ({ from, shift: `'${minutes} minutes'` }))
  const cases = [earliest!, ...changes].map(({ from, shift }) => `WHEN started_at >= '${from}' THEN ${shift}`)
  return `date(started_at, CASE ${cases.join(' ')} END)`
}
