/** Ten events a second are enough for the eye. */
const interval = 100

/** Passes on the first report, then at most ten a second; flush sends the last one that was held back. */
export function throttle<T>(
  send: (value: T) => void,
  now: () => number = () => performance.now(),
): { report(value: T): void; flush(): void } {
  let last = Number.NEGATIVE_INFINITY
  let held: { value: T } | null = null
  return {
    report: (value) => {
      if (now() - last < interval) {
        held = { value }
        return
      }
      last = now()
      held = null
      send(value)
    },
    flush: () => {
      if (held !== null) send(held.value)
      held = null
    },
  }
}
