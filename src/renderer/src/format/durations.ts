import { formatCount } from './numbers.ts'

/** Seconds as a clock: 0:07, 12:05, 1:02:05. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}

/** From here on minutes tell nothing more. */
const manyHours = 100

/** Seconds in words for totals: 48 sec, 12 min, 3 hr 5 min, 1,204 hr. */
export function formatTotalDuration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} sec`
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return `${minutes} min`
  if (minutes >= manyHours * 60) return `${formatCount(Math.round(minutes / 60))} hr`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} hr${rest === 0 ? '' : ` ${rest} min`}`
}
