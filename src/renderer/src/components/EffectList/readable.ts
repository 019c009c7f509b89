import { formatDay } from '../../format/dates.ts'
import { formatPhoneNumbersIn } from '../../format/phoneNumbers.ts'

/** A sentence of the plan with its phone numbers and days written for reading. */
export function readable(sentence: string): string {
  return formatPhoneNumbersIn(sentence).replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay)
}
