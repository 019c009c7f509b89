const year1990 = Date.UTC(1990, 0, 1)
const year2100 = Date.UTC(2100, 0, 1)

/** The time, or null when it is none or cannot be that of a voicemail: milliseconds read as seconds, a year of five digits. */
export function plausibleTime(time: Date | null): Date | null {
  const at = time?.getTime() ?? Number.NaN
  return at >= year1990 && at < year2100 ? time : null
}
