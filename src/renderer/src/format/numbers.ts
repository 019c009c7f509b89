import { locale, wordsLocale } from './locale.ts'

/** A whole number with the separators of the system's locale. */
export function formatCount(count: number): string {
  return count.toLocaleString(locale)
}

/** A count in few letters, for the axis of a plot: 950, 1.2K, 3M. */
export function formatCountShort(count: number): string {
  return count.toLocaleString(wordsLocale, { notation: 'compact', maximumFractionDigits: 1 })
}

/** A count with its noun: 1 message, 1,204 messages. */
export function formatQuantity(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** A part of a whole as percent, without decimals. */
export function formatPercent(part: number, whole: number): string {
  return (whole === 0 ? 0 : part / whole).toLocaleString(locale, { style: 'percent' })
}
