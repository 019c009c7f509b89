import { phoneNumber } from '../../../../shared/ids.ts'
import type { Checked } from './checked.ts'

/** Brings spaces, brackets, hyphens and a leading 00 into E.164 form; says so when a spreadsheet has spoiled the number. */
export function checkPhoneNumber(text: string): Checked {
  if (text === '') return { value: '' }
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text))
    return { reason: 'was rounded by a spreadsheet. Format the column as text and enter the number again' }
  const bare = text.replaceAll(/[\s().\-/\u00a0\u2010-\u2015]/g, '').replace(/^00(?=[1-9])/, '+')
  if (phoneNumber.safeParse(bare).success) return { value: bare }
  if (/^[1-9]\d{7,14}$/.test(bare))
    return {
      reason:
        'has no leading plus; spreadsheets remove it. Write the number with plus and country code, for example +12125550134',
    }
  return { reason: 'is not a phone number with plus and country code, for example +12125550134' }
}
