const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether this is the ISO 4217 code of a currency that amounts can be shown in. */
export function isCurrency(code: string): boolean {
  return known.has(code)
}

/** How many of its smallest units, the cents, a currency has: 100 dollars' cents, 1 yen. */
export function centsOf(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return 10 ** maximumFractionDigits
}

/** An amount in cents as a plain number with a point, for files: 24.00. */
export function plainAmount(cents: number, currency: string): string {
  const unit = centsOf(currency)
  return (cents / unit).toFixed(Math.log10(unit))
}
