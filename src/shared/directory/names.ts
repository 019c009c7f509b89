import { z } from 'zod'

// Joiners are left: some scripts need them.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/u

/** Whether a name breaks its line, or holds what cannot be seen or turns the letters beside it round. */
export function hasUnseen(name: string): boolean {
  return unseen.test(name)
}

/** A name as somebody types it; spaces at its ends do not count. */
export function typedName(least: number, most: number) {
  return z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((name) => !hasUnseen(name), 'A name has no line breaks and no characters that cannot be seen.')
}

/** Names that look the same have the same: however their letters are composed, in upper or lower case. */
export function lookOf(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .toLowerCase()
}
