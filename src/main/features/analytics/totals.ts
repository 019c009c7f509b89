import type { AnalyticsFilter, CallDirection, CallDisposition, CallTotals } from '../../../shared/analytics/model.ts'

/** How many calls of one kind a day has, and how long they were. */
export type Cell = {
  day: string
  direction: CallDirection
  disposition: CallDisposition
  calls: number
  seconds: number
}

type Month = CallTotals['months'][number]

/** Adds a count to those of the same day and kind. */
export function addCell(known: Map<string, Cell>, cell: Cell): void {
  const key = `${cell.day} ${cell.direction} ${cell.disposition}`
  const before = known.get(key)
  known.set(
    key,
    before === undefined ? cell : { ...cell, calls: cell.calls + before.calls, seconds: cell.seconds + before.seconds },
  )
}

/** The cells of the days and the kind that a filter asks for. */
export function within(
  cells: readonly Cell[],
  { from, to, direction, disposition }: Pick<AnalyticsFilter, 'from' | 'to' | 'direction' | 'disposition'>,
): Cell[] {
  return cells.filter(
    (cell) =>
      (from === undefined || cell.day >= from) &&
      (to === undefined || cell.day <= to) &&
      (direction === undefined || cell.direction === direction) &&
      (disposition === undefined || cell.disposition === disposition),
  )
}

export function toTotals(cells: readonly Cell[]): CallTotals {
  const days = new Map<string, number>()
  const months = new Map<string, Month>()
  for (const { day, disposition, calls, seconds } of cells) {
    days.set(day, (days.get(day) ?? 0) + calls)
    const key = day.slice(0, 7)
    const month = months.get(key) ?? { month: key, calls: 0, answered: 0, voicemails: 0, talkSeconds: 0 }
    month.calls += calls
    month.talkSeconds += seconds
    if (disposition === 'Answered') month.answered += calls
    if (disposition === 'Voicemail') month.voicemails += calls
    months.set(key, month)
  }
  const newestFirst = [...months.values()].toSorted((a, b) => (a.month < b.month ? 1 : -1))
  const sum = (of: (month: Month) => number): number => newestFirst.reduce((total, month) => total + of(month), 0)
  return {
    calls: sum((month) => month.calls),
    answered: sum((month) => month.answered),
    voicemails: sum((month) => month.voicemails),
    talkSeconds: sum((month) => month.talkSeconds),
    days: [...days].map(([day, calls]) => ({ day, calls })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    months: newestFirst,
  }
}
