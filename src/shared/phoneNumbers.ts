import { phoneNumber } from './ids.ts'

/**
 * Whether a number in E.164 form can be dialed as it is. In country code 1 a number has eleven digits (North American
 * Numbering Plan); nowhere has it fewer than seven (ITU-T E.164: Niue, Saint Helena).
 */
export function isComplete(number: string): boolean {
  const digits = number.length - 1
  return number.startsWith('+1') ? digits === 11 : digits >= 7
}

/** The E.164 form of a number as people write it, or null: +44 (0)20 7946 0123 is dialed without the zero from abroad. */
export function readOutsideNumber(text: string): string | null {
  const { data } = phoneNumber.safeParse(text.replace('(0)', '').replaceAll(/[\s().\-/]/g, ''))
  return data !== undefined && isComplete(data) ? data : null
}
