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
  return utc(calendarDay, day)
}

/** A calendar day without its year, for the axis of a plot: Nov 23. */
export function formatDayShort(calendarDay: string): string {
  return utc(calendarDay, { month: 'short', day: 'numeric' })
}

/** A calendar day with its weekday: Mon, Nov 23, 2026. */
export function formatWeekday(calendarDay: string): string {
  return utc(calendarDay, { ...day, weekday: 'short' })
}

/** From one calendar day to another, both included: Nov 2 – 8, 2026. */
export function formatDays(from: string, to: string): string {
  const format = new Intl.DateTimeFormat(undefined, { ...day, timeZone: 'UTC' })
  return format.formatRange(new Date(`${from}T00:00:00.000Z`), new Date(`${to}T00:00:00.000Z`))
}

/** A month such as 2026-11: November 2026. */
export function formatMonth(month: string): string {
  return utc(`${month}-01`, { month: 'long', year: 'numeric' })
}

/** A month without its year, and January as the year alone, for the axis of a plot: Nov, Dec, 2027. */
export function formatMonthShort(month: string): string {
  return month.endsWith('-01') ? utc(`${month}-01`, { year: 'numeric' }) : utc(`${month}-01`, { month: 'short' })
}

function utc(calendarDay: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${calendarDay}T00:00:00.000Z`).toLocaleDateString(undefined, { ...options, timeZone: 'UTC' })
}
