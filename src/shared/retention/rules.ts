import { addMonths } from '../offboarding/dates.ts'

/**
 * "In all other products, it is deleted after twelve months" (article, "What about my user's data?"): the day (UTC) on which other products' records of a person go: so many months after the
 * day on which they left. A company sets its own period.
 */
export function retentionEnd(left: string, months: number): string {
  return addMonths(left.slice(0, 10), months)
}

/** Whether the period of a person is over at an instant. What is under hold stays, however long ago the person left. */
export function isOver({ left, legalHold }: { left: string; legalHold: string | null }, months: number, now: string) {
  return legalHold === null && now.slice(0, 10) >= retentionEnd(left, months)
}
