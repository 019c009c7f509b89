// Letters that have no base letter in Unicode's decomposition, and the apostrophes and hyphens that programs set for those of
// a keyboard. A new one needs a migration for the texts that were folded before, as 0036_typed_marks.sql.
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  '\u2018': "'",
  '\u2019': "'",
  '\u02BC': "'",
  '\u2010': '-',
  '\u2013': '-',
}
const beyondAscii = /[^\n -~]/

/** Text as it is searched and sorted: lower case, without accents, so that "muller" finds Müller, and "o'connell" O’Connell. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (!beyondAscii.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøðđłıþ\u2018\u2019\u02BC\u2010\u2013]/g, (letter) => spelled[letter] ?? letter)
}

/**
 * The words of a search; each must occur in what a person is found by. Punctuation of a phone number is left out, for
 * numbers are stored without: "(212) 555-0142" is looked for as 212 and 5550142.
 */
export function searchWords(search: string): string[] {
  // No word goes on behind a NUL: SQLite would read a question to there only.
  const folded = fold(search.replaceAll('\0', ' '))
  const phone = /^[+\d\s().\-/]+$/.test(folded) ? folded.replaceAll(/[().\-/]/g, '') : folded
  return [...new Set(phone.split(/\s+/).filter((word) => word !== ''))]
}
