import type { DateOrder } from './dateOrder.ts'

/**
 * A time as people write it into names and tables: ISO 8601, seconds or milliseconds since 1970, 20261102 140530,
 * 2.11.2026 14:05, 11/2/2026 2:05 PM in an order that is known, or with the name of a month. Without a zone it is taken in
 * the zone of this computer. Null when it cannot be read, could be two dates, or lies before 1990 or after tomorrow.
 */
export function readTime(text: string, now: Date = new Date(), order: DateOrder | null = null): Date | null {
  const at = parsed(text.trim(), order)
  if (at === null || Number.isNaN(at.getTime())) return null
  const year1990 = Date.UTC(1990, 0, 1)
  return at.getTime() >= year1990 && at.getTime() <= now.getTime() + 86_400_000 ? at : null
}

const sortable =
  /^(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?:[T _-]*(\d\d)[-_.:hH]?(\d\d)(?:[-_.:mM]?(\d\d))?(?:\.\d+)?s?\s*(Z|[+-]\d\d:?\d\d)?)?$/
const everyday = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ ,T]+(\d{1,2})[.:](\d\d)(?:[.:](\d\d))?\s*([AP]M)?)?$/i
/** The computer reads nearly any text with a number in it as some date: only these are left to it. */
const leftToTheComputer =
  /^\d{4}[-/]|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b.*\d{4}/i

function parsed(text: string, order: DateOrder | null): Date | null {
  if (/^\d{13}$/.test(text)) return new Date(Number(text))
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000)
  const found = everyday.exec(text)
  if (found !== null) return everydayTime(found, order)
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = ''] = sortable.exec(text) ?? []
  if (year === undefined) return leftToTheComputer.test(text) ? new Date(text) : null
  if (zone !== '') return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return localTime([year, month!, day!, hour, minute, second].map(Number))
}

function everydayTime(found: RegExpExecArray, order: DateOrder | null): Date | null {
  const [, first, sign, second, year, hour = '0', minute = '0', seconds = '0', half] = found
  const dayFirst = sign === '.' || order === 'day first' || (order === null && first === second)
  if (!dayFirst && order === null) return null
  const [day, month] = dayFirst ? [first, second] : [second, first]
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0)
  return localTime([Number(year), Number(month), Number(day), hours, Number(minute), Number(seconds)])
}

/** Null for 31 February, which would become a day of March, and for an hour that a change of the clock skips. */
function localTime([year, month, day, hour, minute, second]: readonly number[]): Date | null {
  const at = new Date(year!, month! - 1, day, hour, minute, second)
  return at.getMonth() === month! - 1 && at.getDate() === day && at.getHours() === hour ? at : null
}
