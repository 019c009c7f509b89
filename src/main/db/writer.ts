/**
 * SQLite lets one connection write at a time, and who comes second stands still until the first has ended. A thread with
 * a transaction of seconds borrows the writing; what can wait without standing still asks whether it is free.
 */
export type Writer = {
  lent(): boolean
  /** Waits until it is free and lends it until the work of a thread has ended, however it ends. */
  lendUntil(ended: Promise<unknown>): Promise<void>
  free(): Promise<void>
  /** Waits until nobody else writes, then does. */
  alone<T>(write: () => T): Promise<T>
}

export function createWriter(): Writer {
  let lent: Promise<void> | null = null
  const isLent = (): boolean => lent !== null
  const free = async (): Promise<void> => {
    // The next thread may have borrowed it meanwhile.
    while (isLent()) await lent
  }
  return {
    lent: isLent,
    lendUntil: async (ended) => {
      // Not free(): of two that waited, the second must see that the first has it.
      while (isLent()) await lent
      const back = (): void => void (lent = null)
      lent = ended.then(back, back)
    },
    free,
    alone: async (write) => {
      await free()
      return write()
    },
  }
}
