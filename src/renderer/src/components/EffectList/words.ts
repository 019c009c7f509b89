import type { Effect } from '../../../../shared/offboarding/effects.ts'

/** Who can still see something, as the end of a sentence; null where "permanently deleted" says it. */
export function seenByWords({ seenBy, fate }: Pick<Effect, 'seenBy' | 'fate'>): string | null {
  if (seenBy === 'Nobody') return fate === 'removed' ? null : 'seen by nobody'
  return `seen by ${lowered(seenBy)}`
}

/** Sentence case inside a sentence; the name of a person keeps its capitals. */
function lowered(words: string): string {
  const phrase = /^(Everyone|Administrators|The person|Whoever|Called parties|Emergency services|Primary )/.test(words)
  return phrase ? words.charAt(0).toLowerCase() + words.slice(1) : words
}
