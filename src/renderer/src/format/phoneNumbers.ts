// Country codes of one and two digits; all others have three (ITU-T E.164, list of assigned country codes).
const shortCodes = /^(1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** A phone number in E.164 form with spaces for reading: +1 212 555 0134. Anything else stays as it is. */
export function formatPhoneNumber(phoneNumber: string): string {
  if (!/^\+\d{7,15}$/.test(phoneNumber)) return phoneNumber
  const digits = phoneNumber.slice(1)
  const code = shortCodes.exec(digits)?.[0] ?? digits.slice(0, 3)
  return `+${code} ${grouped(digits.slice(code.length))}`
}

/** The same of every phone number in a sentence. */
export function formatPhoneNumbersIn(sentence: string): string {
  return sentence.replaceAll(/\+\d{7,15}/g, formatPhoneNumber)
}

/** Groups of three, with the last of two to four digits. */
function grouped(digits: string): string {
  if (digits.length <= 4) return digits
  return `${digits.slice(0, 3)} ${grouped(digits.slice(3))}`
}
