/** Time and ids come from outside, so that tests own them. */
export type Clock = { now(): Date }
export type Ids = { next(): string }

/** The clock of a thread, which goes on from the instant at which it was asked. */
export function clockFrom(now: string): Clock {
  const asked = Date.parse(now) - performance.now()
  return { now: () => new Date(asked + performance.now()) }
}
