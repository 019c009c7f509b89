import type { Period } from '../../stores/analyticsView.ts'

export type Days = { from?: string | undefined; to?: string | undefined }

export const periodNames: Readonly<Record<Period, string>> = {
  days30: 'Last 30 days',
  days90: 'Last 90 days',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  months12: 'Last 12 months',
  all: 'All time',
  days: 'From … to …',
}

/** The days of a period; open where it has no end. today is the calendar day here. */
export function daysOf({ period, from, to }: { period: Period; from: string; to: string }, today: string): Days {
  switch (period) {
    case 'days30':
      return { from: shift(today, { days: -29 }), to: today }
    case 'days90':
      return { from: shift(today, { days: -89 }), to: today }
    case 'thisMonth':
      return { from: `${today.slice(0, 7)}-01`, to: today }
    case 'lastMonth':
      return { from: firstOfMonth(today, -1), to: shift(firstOfMonth(today, 0), { days: -1 }) }
    case 'months12':
      return { from: firstOfMonth(today, -11), to: today }
    case 'all':
      return {}
    case 'days':
      return { ...(isDay(from) && { from }), ...(isDay(to) && { to }) }
  }
}

/** What a day or a month begins and ends with. */
export function monthDays(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: shift(firstOfMonth(`${month}-01`, 1), { days: -1 }) }
}

/** Moves a calendar day; the same in every time zone. */
export function shift(day: string, { days }: { days: number }): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

function firstOfMonth(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00.000Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

/** A date field that is half typed answers nothing; years beyond four digits are no calendar days here. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
