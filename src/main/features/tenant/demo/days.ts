import type { Random } from './random.ts'

/** The instant of a time of day in a zone that lies so many hours east of UTC. */
export function instantAt(day: string, minutes: number, hoursEast: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + (minutes - hoursEast * 60) * 60_000).toISOString()
}

/** Moments of a working day between 8 and 18 o'clock at a place; a weekend day gives way to the Friday before it. */
export function workingMoments(day: string): (hoursEast: number, random: Random) => string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  const weekday = new Date(midnight).getUTCDay()
  const daysBack = weekday === 6 ? 1 : weekday === 0 ? 2 : 0
  return (hoursEast, random) => {
    const seconds = random.between(0, 59)
    const minutes = random.between(8 * 60, 18 * 60 - 1) - hoursEast * 60 - daysBack * 24 * 60
    return new Date(midnight + (minutes * 60 + seconds) * 1000).toISOString()
  }
}

export function workingMoment(day: string, hoursEast: number, random: Random): string {
  return workingMoments(day)(hoursEast, random)
}

/** The last so many months before a day, newest first, as 2026-11. */
export function monthsBefore(day: string, count: number): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 2 - index, 1)).toISOString().slice(0, 7),
  )
}
