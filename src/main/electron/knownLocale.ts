/** A locale of Intl, as a BCP 47 tag. Systems also name what is no language, such as C, or append a character set: de_DE.UTF-8. */
export function knownLocale(name: string): string | null {
  const tag = name.split(/[.@]/)[0]!.replaceAll('_', '-')
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? null
  } catch {
    return null
  }
}
