import type { GreetingKind } from '../source.ts'

/** What Asterisk calls the greetings of a mailbox. */
const kinds: Readonly<Record<string, GreetingKind>> = {
  unavail: 'unavailable',
  busy: 'busy',
  greet: 'name',
  temp: 'temporary',
}

const named = /^(unavail|busy|greet|temp)\.(?!txt$|tmp$)\w+$/

/** The greeting that a file in a mailbox is, whatever its format; null when it is none. */
export function greetingOf(fileName: string): GreetingKind | null {
  return kinds[named.exec(fileName)?.[1] ?? ''] ?? null
}
