const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }
const minute: Intl.DateTimeFormatOptions = { ...day, hour: '2-digit', minute: '2-digit' }

/** An instant (UTC ISO text) as a date and time; in a given IANA zone, else in the system's. */
export function formatDateTime(instant: string, timeZone?: string): string {
  return new Date(instant).toLocaleString(undefined, timeZone === undefined ? minute : { ...minute, timeZone })
}

/** An instant (UTC ISO text) as a date. */
export function formatDate(instant: string, timeZone?: string): string {
  return new Date(instant).toLocaleDateString(undefined, timeZone === undefined ? day : { ...day, timeZone })
}

/** A calendar day such as 2026-11-23; the same day in every zone. */
export function formatDay(calendarDay: string): string {
  return new Date(`${calendarDay}T00:00:00.000Z`).toLocaleDateString(undefined, { ...day, timeZone: 'UTC' })
}
