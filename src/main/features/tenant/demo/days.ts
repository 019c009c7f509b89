import type { Random } from './random.ts'

/** The instant of a time of day in a zone that lies so many hours east of UTC. */
export function instantAt(day: string, minutes: number, hoursEast: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + (minutes - hoursEast * 60) * 60_000).toISOString()
}

/** Days back to a working day of the week that a Saturday ends; early in the week there is more to do. */
const backFromSaturday = [1, 2, 3, 4, 4, 5, 5, 5]
const weekendWork = 0.04

/** Moments of a working day between 8 and 18 o'clock at a place; most of a weekend day goes to the week before it. */
export function workingMoments(day: string): (hoursEast: number, random: Random) => string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  const weekday = new Date(midnight).getUTCDay()
  const sinceSaturday = weekday === 6 ? 0 : weekday === 0 ? 1 : null
  return (hoursEast, random) => {
    const atWork = sinceSaturday === null || random.chance(weekendWork)
    const daysBack = atWork ? 0 : sinceSaturday + random.pick(backFromSaturday)
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
