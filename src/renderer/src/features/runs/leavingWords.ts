import { addDays } from '../../../../shared/offboarding/dates.ts'
import { formatDay } from '../../format/dates.ts'

/** A day of leaving as it is seen from today: what is close or has passed says so. */
export function leavingWords(day: string, today: string): string {
  if (day < today) return `Overdue, ${formatDay(day)}`
  if (day === today) return 'Today'
  return day === addDays(today, 1) ? 'Tomorrow' : formatDay(day)
}
