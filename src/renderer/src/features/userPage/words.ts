import { wordsLocale } from '../../format/locale.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'

/** A preference such as voicemailPlaybackSpeed in words: "Voicemail playback speed". */
export function preferenceName(key: string): string {
  const words = key.replaceAll(/([a-z])([A-Z\d])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a preference is set to: a number as numbers are written, a switch as On or Off. */
export function preferenceValue(value: string): string {
  return value === 'on' || value === 'off' ? `O${value.slice(1)}` : formatPhoneNumber(value)
}

/** A locale such as en-US with its name: American English. */
export function localeName(locale: string): string {
  try {
    return new Intl.DisplayNames(wordsLocale, { type: 'language' }).of(locale) ?? locale
  } catch {
    return locale
  }
}
