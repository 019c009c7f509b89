import { locale, wordsLocale } from './locale.ts'

const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' }
const named: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' }
const minute: Intl.DateTimeFormatOptions = { ...day, hour: '2-digit', minute: '2-digit' }

/** An instant (UTC ISO text) as a date and time, 11/25/2026, 02:05 PM; in a given IANA zone, else in the system's. */
export function formatDateTime(instant: string, timeZone?: string): string {
  return new Date(instant).toLocaleString(locale, timeZone === undefined ? minute : { ...minute, timeZone })
}

/** The same with the zone, 11/25/2026, 02:05 PM EST, for where instants of several zones stand below each other. */
export function formatDateTimeZone(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString(locale, { ...minute, timeZone, timeZoneName: 'short' })
}

/** An instant (UTC ISO text) as a date, 11/25/2026. */
export function formatDate(instant: string, timeZone?: string): string {
  return new Date(instant).toLocaleDateString(locale, timeZone === undefined ? day : { ...day, timeZone })
}

/** An instant (UTC ISO text) as a time of day with its seconds. */
export function formatTime(instant: string): string {
  return new Date(instant).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
}

/** An instant with everything there is to say, for screen readers: Wednesday, November 25, 2026 at 2:05 PM EST. */
export function formatDateTimeInFull(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString(wordsLocale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
}

/** A calendar day such as 2026-11-23; the same day in every zone. */
export function formatDay(calendarDay: string): string {
  return new Date(`${calendarDay}T00:00:00.000Z`).toLocaleDateString(locale, { ...day, timeZone: 'UTC' })
}

/** A calendar day without its year, for the axis of a plot: Nov 23. */
export function formatDayShort(calendarDay: string): string {
  return inWords(calendarDay, { month: 'short', day: 'numeric' })
}

/** A calendar day with its weekday: Mon, Nov 23, 2026. */
export function formatWeekday(calendarDay: string): string {
  return inWords(calendarDay, { ...named, weekday: 'short' })
}

/** From one calendar day to another, both included: Nov 2 – 8, 2026. */
export function formatDays(from: string, to: string): string {
  const format = new Intl.DateTimeFormat(wordsLocale, { ...named, timeZone: 'UTC' })
  return format.formatRange(new Date(`${from}T00:00:00.000Z`), new Date(`${to}T00:00:00.000Z`))
}

/** A month such as 2026-11: November 2026. */
export function formatMonth(month: string): string {
  return inWords(`${month}-01`, { month: 'long', year: 'numeric' })
}

/** A month without its year, and January as the year alone, for the axis of a plot: Nov, Dec, 2027. */
export function formatMonthShort(month: string): string {
  return month.endsWith('-01')
    ? inWords(`${month}-01`, { year: 'numeric' })
    : inWords(`${month}-01`, { month: 'short' })
}

function inWords(calendarDay: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${calendarDay}T00:00:00.000Z`).toLocaleDateString(wordsLocale, { ...options, timeZone: 'UTC' })
}
