import type { CallTotals } from '../../../../shared/analytics/model.ts'
import { shift, type Days } from './period.ts'

/** What one bar stands for: the days of a day, a week or a month, and how many. */
export type Span = { from: string; to: string; count: number }
export type Grain = 'day' | 'week' | 'month'

/** Bars stay wide enough to be told apart: a quarter by days, two years by weeks. */
const mostDays = 100
const mostWeeks = 110

/** Calls in bars of days, weeks or months, as many as can be told apart; days without calls are there too. */
export function callSpans(
  days: CallTotals['days'],
  { from, to }: Days,
  firstWeekday: number,
): { grain: Grain; spans: Span[] } {
  const first = from ?? days[0]?.day
  const last = to ?? days.at(-1)?.day
  if (first === undefined || last === undefined || first > last) return { grain: 'day', spans: [] }
  const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  const grain = length <= mostDays ? 'day' : length <= mostWeeks * 7 ? 'week' : 'month'
  const counts = new Map(days.map(({ day, calls }) => [day, calls]))
  const spans: Span[] = []
  for (let day = first; day <= last; day = shift(day, { days: 1 })) {
    const span = spans.at(-1)
    const count = counts.get(day) ?? 0
    if (span === undefined || begins(day, grain, firstWeekday)) spans.push({ from: day, to: day, count })
    else Object.assign(span, { to: day, count: span.count + count })
  }
  return { grain, spans }
}

function begins(day: string, grain: Grain, firstWeekday: number): boolean {
  if (grain === 'day') return true
  if (grain === 'month') return day.endsWith('-01')
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() === firstWeekday
}

/** Months with what they have, oldest first, those between with nothing. */
export function monthSpans(months: readonly { month: string; count: number }[]): { month: string; count: number }[] {
  const counts = new Map(months.map(({ month, count }) => [month, count]))
  const sorted = [...counts.keys()].toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  const spans: { month: string; count: number }[] = []
  for (let month = first; month <= last; month = shift(`${month}-01`, { days: 31 }).slice(0, 7))
    spans.push({ month, count: counts.get(month) ?? 0 })
  return spans
}
