import { dayHere } from '../dayHere.ts'
import { addMonths } from '../offboarding/dates.ts'

/**
 * "In all other products, it is deleted after twelve months" (article, "What about my user's data?"): the day on which
 * other products' records of a person go, so many months after the day on which they left. Both are days of the place
 * where Offhook runs, as everywhere in a plan. A company sets its own period.
 */
export function retentionEnd(leftOn: string, months: number): string {
  return addMonths(leftOn, months)
}

/**
 * When a person left, and the latest time that was known then: later than that when the clock ran behind as they left,
 * or had once been ahead.
 */
export type Leaving = { left: string; knownThen: string }

/**
 * From when the period counts. As soon as the clock has reached what was known as the person left, it ran behind then, and
 * no more than that time is sure. Until then it was ahead before, or runs behind still: either way the time since they left
 * has passed on one and the same clock.
 */
export function countsFrom({ left, knownThen }: Leaving, now: string): string {
  return knownThen > left && now >= knownThen ? knownThen : left
}

/** Whether the period of a person is over at an instant, to the millisecond. What is under hold stays, however long ago the person left. */
export function isOver(leaver: Leaving & { legalHold: string | null }, months: number, now: string): boolean {
  return leaver.legalHold === null && Date.parse(now) >= momentOfEnd(countsFrom(leaver, now), months)
}

/** On the last day, at the time of day at which the period began. */
function momentOfEnd(from: string, months: number): number {
  const moment = new Date(from)
  const [year = 0, month = 0, date = 0] = retentionEnd(dayHere(moment), months).split('-').map(Number)
  return moment.setFullYear(year, month - 1, date)
}
