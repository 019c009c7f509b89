/** Shorter ones are guessed at home in days, whatever they are made of. */
export const shortestPassphrase = 12
export const longestPassphrase = 1024

export type Strength = 'tooShort' | 'weak' | 'fair' | 'strong'

/**
 * How hard a passphrase is to guess, by what it is made of: different characters and words count, repeats and rows
 * ("aaaa", "1234", "qwerty") do not. A hint, not a proof: it knows no dictionary.
 */
export function strengthOf(passphrase: string): Strength {
  if (passphrase.length < shortestPassphrase) return 'tooShort'
  const characters = Array.from(passphrase.toLowerCase())
  const counted = characters.filter((character, index) => !followsOn(characters[index - 1], character))
  const words = new Set(passphrase.toLowerCase().split(/[\s\-_.,;:]+/)).size
  const bits = Math.min(new Set(counted).size, counted.length) * bitsOfKinds(passphrase) + (words - 1) * 6
  if (bits < 40) return 'weak'
  return bits < 66 ? 'fair' : 'strong'
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

function followsOn(before: string | undefined, character: string): boolean {
  if (before === undefined) return false
  const pair = before + character
  return before === character || rows.some((row) => row.includes(pair) || row.includes(character + before))
}

function bitsOfKinds(text: string): number {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text)).length
  // Scripts beyond ASCII have more characters to choose from.
  return 2.5 + kinds * 0.7 + (/[^\p{ASCII}]/u.test(text) ? 2 : 0)
}
