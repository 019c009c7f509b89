import type { RunStep } from '../../../../shared/offboarding/run.ts'
import { formatTime } from '../../format/dates.ts'
import { formatTotalDuration } from '../../format/durations.ts'

/** When a step ended and how long it took, how often it was tried; empty while it waits. */
export function stepTiming({ startedAt, finishedAt, attempts, status }: RunStep): string {
  if (startedAt === null || status === 'pending' || status === 'skipped') return ''
  const tried = attempts > 1 ? `try ${attempts}` : ''
  if (finishedAt === null) return [`begun ${formatTime(startedAt)}`, tried].filter((part) => part !== '').join(' · ')
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000
  const took = seconds < 1 ? '' : formatTotalDuration(seconds)
  return [formatTime(finishedAt), took, tried].filter((part) => part !== '').join(' · ')
}
