/**
 * In which locale dates and numbers are written: the system's, which main knows. Undefined where there is no window, in
 * tests of a rule.
 */
export const locale = typeof window === 'undefined' ? undefined : window.bridge.locale

/** Names of months, days and magnitudes are English as the rest of the window, in the order of the system's region. */
export const wordsLocale = new Intl.Locale('en', {
  region: new Intl.Locale(locale ?? 'en-US').maximize().region ?? 'US',
})
