/** The day in UTC, by which main counts the days of archives. */
export function todayUtc(): string {
  return new Date().toISOString().slice(0, 10)
}

/** So many days after a calendar day, or before it. */
export function later(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
