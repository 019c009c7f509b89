import { locale } from './locale.ts'

/** ECMA-402 has it, TypeScript's library does not yet. */
type WithWeek = Intl.Locale & { getWeekInfo(): { firstDay: number } }

/** The day with which a week begins here, Sunday being 0. */
export function firstWeekday(): number {
  const here = new Intl.Locale(locale ?? 'en-US') as WithWeek
  return here.getWeekInfo().firstDay % 7
}
