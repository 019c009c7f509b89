import type { Checked } from './checked.ts'

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ,].*)?$/

/**
 * A day as spreadsheets and directories write it, a time behind it left out: 2026-12-31, 31.12.2026, 12/31/2026. One that
 * can be two days is refused: what stands in other rows is not known yet, and a wrong guess would have somebody leave in
 * another month.
 */
export function checkDay(text: string): Checked {
  if (text === '') return { value: '' }
  const [, year, , month, date] = yearFirst.exec(text) ?? []
  if (year !== undefined) return calendarDay(year, month!, date!)
  const [, first, sign, second, lastYear] = yearLast.exec(text) ?? []
  if (lastYear === undefined) return { reason: 'is not a day such as 2026-12-31' }
  const [dayFirst, monthFirst] = [calendarDay(lastYear, second!, first!), calendarDay(lastYear, first!, second!)]
  if (sign === '.' || !('value' in monthFirst)) return dayFirst
  if (!('value' in dayFirst) || dayFirst.value === monthFirst.value) return monthFirst
  return { reason: `can be ${dayFirst.value} or ${monthFirst.value}; write the one that is meant` }
}

function calendarDay(year: string, month: string, date: string): Checked {
  // "For ever", as personnel systems write it.
  if (year === '9999') return { value: '' }
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${value}T00:00:00.000Z`)
  // The computer takes 31 February for a day of March.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value)
    return { reason: 'is not a day of the calendar' }
  return /^(199|20\d)/.test(value) ? { value } : { reason: 'is not a day between 1990 and 2099' }
}
