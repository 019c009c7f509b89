// In UTC no day is longer or shorter.
const millisecondsOfADay = 86_400_000

/** Adds days to a calendar day, in UTC. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * millisecondsOfADay).toISOString().slice(0, 10)
}

/** Adds months to a calendar day; the last day of a shorter month stands for days it does not have. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10)
}
