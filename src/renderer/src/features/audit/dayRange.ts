import { dayHere } from '../../../../shared/dayHere.ts'

/** A calendar day of this computer's zone as the instant at which it begins, or undefined for no day. */
export function dayStart(day: string): string | undefined {
  const start = new Date(`${day}T00:00:00`)
  return day === '' || Number.isNaN(start.getTime()) ? undefined : start.toISOString()
}

/** The instant at which the day after this one begins: the end of a range that includes the day. */
export function dayEnd(day: string): string | undefined {
  const start = new Date(`${day}T00:00:00`)
  if (day === '' || Number.isNaN(start.getTime())) return undefined
  // Not 24 hours later: a day can have 23 or 25.
  start.setDate(start.getDate() + 1)
  return start.toISOString()
}

/** The calendar day that begins at an instant of dayStart; empty for none. */
export function startDay(start: string | undefined): string {
  return start === undefined ? '' : dayHere(new Date(start))
}

/** The last day of a range that ends at an instant of dayEnd; empty for none. */
export function endDay(end: string | undefined): string {
  return end === undefined ? '' : dayHere(new Date(Date.parse(end) - 1))
}

/** An object without the keys that have no value. */
export function given<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T
}
