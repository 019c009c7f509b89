/** ECMA-402 has it, TypeScript's library does not yet. */
type WithWeek = Intl.Locale & { getWeekInfo(): { firstDay: number } }

/** The day with which a week begins here, Sunday being 0. */
export function firstWeekday(): number {
  const locale = new Intl.Locale(new Intl.DateTimeFormat().resolvedOptions().locale) as WithWeek
  return locale.getWeekInfo().firstDay % 7
}
