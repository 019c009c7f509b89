import { centsOf } from '../../../shared/company/currency.ts'
import { locale, wordsLocale } from './locale.ts'

/** An amount in a currency's smallest units: $1,204.50. */
export function formatMoney(cents: number, currency: string): string {
  return (cents / centsOf(currency)).toLocaleString(locale, { style: 'currency', currency })
}

/** The same in few letters, for the axis of a plot: $1.2K. */
export function formatMoneyShort(cents: number, currency: string): string {
  const value = cents / centsOf(currency)
  return value.toLocaleString(wordsLocale, {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  })
}

/** A currency with its name: USD – US Dollar. */
export function formatCurrencyName(code: string): string {
  return `${code} – ${new Intl.DisplayNames(wordsLocale, { type: 'currency' }).of(code) ?? code}`
}
