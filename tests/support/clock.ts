import type { Clock, Ids } from '../../src/main/clock.ts'

export function fixedClock(at = '2026-11-23T10:42:00.000Z'): Clock & { set(at: string): void } {
  let now = at
  return {
    now: () => new Date(now),
    set: (next) => {
      now = next
    },
  }
}

/** Ids that say where they come from: n1, n2, … */
export function countingIds(prefix: string): Ids {
  let last = 0
  return {
    next: () => {
      last += 1
      return `${prefix}${last}`
    },
  }
}
