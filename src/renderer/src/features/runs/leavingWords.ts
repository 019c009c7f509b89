import { formatDay } from '../../format/dates.ts'
import { later } from '../../format/today.ts'

/** A day of leaving as it is seen from today: what is close or has passed says so. */
export function leavingWords(day: string, today: string): string {
  if (day < today) return `Overdue, ${formatDay(day)}`
  if (day === today) return 'Today'
  return day === later(today, 1) ? 'Tomorrow' : formatDay(day)
}
