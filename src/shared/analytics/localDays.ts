import { addDays } from '../offboarding/dates.ts'

const minute = 60_000
const hour = 60 * minute

/** From when on a zone is so many minutes ahead of UTC; the first holds since ever. */
export type ZoneOffset = { from: string; minutes: number }

/** The instant (UTC ISO text) at which a calendar day begins in an IANA zone: midnight, or later where the clock skips it. */
export function startOfDay(day: string, zone: string): string {
  const offsetAt = offsetsOf(zone)
  const utc = Date.parse(`${day}T00:00:00.000Z`)
  const begun = (time: number): boolean => time + offsetAt(time) * minute >= utc
  return new Date(firstTime(utc - 15 * hour, utc + 15 * hour, begun)).toISOString()
}

/** The instant at which the day after this one begins. A year of five digits would come before all others as text. */
export function endOfDay(day: string, zone: string): string {
  return day === '9999-12-31' ? '9999-12-31T23:59:59.999Z' : startOfDay(addDays(day, 1), zone)
}

/** Every change of a zone's clock between two instants, the offset at the first of them included. */
export function zoneOffsets(zone: string, first: string, last: string): ZoneOffset[] {
  const offsetAt = offsetsOf(zone)
  const end = Date.parse(last)
  let time = Date.parse(first)
  const found: ZoneOffset[] = [{ from: first, minutes: offsetAt(time) }]
  while (time < end) {
    // No zone changes its clock twice within ten days for good.
    const next = time + 240 * hour
    const before = offsetAt(time)
    if (offsetAt(next) !== before) {
      const changed = firstTime(time, next, (at) => offsetAt(at) !== before)
      found.push({ from: new Date(changed).toISOString(), minutes: offsetAt(changed) })
    }
    time = next
  }
  return found
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: string, zone: string): string {
  const time = Date.parse(instant)
  return new Date(time + offsetsOf(zone)(time) * minute).toISOString().slice(0, 10)
}

/** The first time of a range at which something holds that holds from then on. */
function firstTime(from: number, to: number, holds: (time: number) => boolean): number {
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return holds(low) ? low : high
}

/** Answers how many minutes a zone is ahead of UTC at a time. */
function offsetsOf(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return (time) => {
    const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
}
