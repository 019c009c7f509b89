/** Countries by calling code (ITU-T E.164), for those of 8x8's locales; +1 is shared by the North American plan. */
const countries: readonly (readonly [code: string, country: string])[] = [
  ['+1', 'US'],
  ['+31', 'NL'],
  ['+32', 'BE'],
  ['+33', 'FR'],
  ['+34', 'ES'],
  ['+351', 'PT'],
  ['+358', 'FI'],
  ['+39', 'IT'],
  ['+41', 'CH'],
  ['+44', 'GB'],
  ['+45', 'DK'],
  ['+46', 'SE'],
  ['+47', 'NO'],
  ['+48', 'PL'],
  ['+49', 'DE'],
  ['+55', 'BR'],
  ['+61', 'AU'],
  ['+81', 'JP'],
  ['+86', 'CN'],
]

/** The country of a number as two letters, or ZZ (ISO 3166: unknown). */
export function phoneCountry(phoneNumber: string): string {
  return countries.find(([code]) => phoneNumber.startsWith(code))?.[1] ?? 'ZZ'
}
