/**
 * A time as people write it into names and tables: ISO 8601, seconds or milliseconds since 1970, 20261102 140530, or what
 * the computer reads. Without a zone it is taken in the zone of this computer. Null when it cannot be read, or lies before
 * 1990 or after tomorrow.
 */
export function readTime(text: string, now: Date = new Date()): Date | null {
  const at = parsed(text.trim())
  if (at === null || Number.isNaN(at.getTime())) return null
  const year1990 = Date.UTC(1990, 0, 1)
  return at.getTime() >= year1990 && at.getTime() <= now.getTime() + 86_400_000 ? at : null
}

function parsed(text: string): Date | null {
  if (text === '') return null
  if (/^\d{13}$/.test(text)) return new Date(Number(text))
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000)
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = ''] =
    /^(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?:[T _-]*(\d\d)[-_.:hH]?(\d\d)(?:[-_.:mM]?(\d\d))?(?:\.\d+)?s?\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      text,
    ) ?? []
  if (year === undefined) return new Date(text)
  if (zone !== '') return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  const at = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  // 31 February would become a day of March.
  return at.getDate() === Number(day) && at.getHours() === Number(hour) ? at : null
}
