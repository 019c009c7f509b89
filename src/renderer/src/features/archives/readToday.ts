import { formatBytes } from '../../format/bytes.ts'

/** How much the daily check has read today, and where it stops for the day, in bytes. A small library is done before. */
export function readTodayText(read: number, most: number): string {
  if (read === 0) return 'the daily check has not run yet today'
  if (read >= most) return `${formatBytes(read)} read today, as much as a day needs`
  return `${formatBytes(read)} read today, of at most ${formatBytes(most)}`
}
