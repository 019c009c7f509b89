import type { ErrorDetails } from '../ipc/errors.ts'

/** Why an attempt with a password was refused, and the instant from which on the next one is possible. */
export type Delay = { why: string; until: string }

/** Whether what lies beside the sentence of an error is a delay. */
export function isDelay(details: ErrorDetails): details is Delay {
  return typeof details['why'] === 'string' && typeof details['until'] === 'string'
}

/** The seconds that are left of a delay, begun ones too; 0 when the next attempt is possible. */
export function secondsLeft({ until }: Delay, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / 1000))
}

/** Why an attempt was refused, and how long the next one has to wait now. */
export function delaySentence(delay: Delay, now: Date): string {
  const seconds = secondsLeft(delay, now)
  return `${delay.why} The next attempt is possible ${seconds === 0 ? 'now' : `in ${inWords(seconds)}`}.`
}

function inWords(seconds: number): string {
  if (seconds < 90) return quantity(seconds, 'second')
  const minutes = quantity(Math.floor(seconds / 60), 'minute')
  return seconds % 60 === 0 ? minutes : `${minutes} and ${quantity(seconds % 60, 'second')}`
}

function quantity(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
