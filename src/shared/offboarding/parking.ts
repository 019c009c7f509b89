import { addDays } from './dates.ts'

/** The first day until which a number can be parked by a plan of a day: the next one. */
export function firstParkDay(asOf: string): string {
  return addDays(asOf, 1)
}
