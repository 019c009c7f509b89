/** Lets many waits end when one signal is raised, with one listener for all of them. */
export type Cancellation = {
  /** Settles as the work does, or rejects with the signal's reason before; the work itself is not stopped. */
  race<T>(work: Promise<T>): Promise<T>
  close(): void
}

/** Lives until close. */
export function watchSignal(signal: AbortSignal): Cancellation {
  // Not a Set: each time it grows over what was deleted, its old table keeps the new one alive until V8 looks through all.
  const waiting: (() => void)[] = []
  const stop = (): void => {
    for (const cancel of waiting) cancel()
  }
  signal.addEventListener('abort', stop, { once: true })
  return {
    race: async <T>(work: Promise<T>): Promise<T> => {
      let cancel = (): void => undefined
      const cancelled = new Promise<never>((_, reject) => {
        cancel = () => reject(signal.reason as Error)
        if (signal.aborted) cancel()
      })
      waiting.push(cancel)
      try {
        return await Promise.race([work, cancelled])
      } finally {
        const last = waiting.pop()!
        if (last !== cancel) waiting[waiting.indexOf(cancel)] = last
      }
    },
    close: () => signal.removeEventListener('abort', stop),
  }
}
