/** Time and ids come from outside, so that tests own them. */
export type Clock = { now(): Date }
export type Ids = { next(): string }
