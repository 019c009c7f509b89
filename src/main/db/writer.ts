/**
 * SQLite lets one connection write at a time, and who comes second stands still until the first has ended. A thread with
 * a transaction of seconds borrows the writing; what can wait without standing still asks whether it is free.
 */
export type Writer = {
  lent(): boolean
  /** Lends the writing until the work of a thread has ended, however it ends. */
  lendUntil(ended: Promise<unknown>): void
  free(): Promise<void>
}

export function createWriter(): Writer {
  let lent: Promise<void> | null = null
  return {
    lent: () => lent !== null,
    lendUntil: (ended) => {
      const back = (): void => void (lent = null)
      lent = ended.then(back, back)
    },
    free: async () => {
      while (lent !== null) await lent
    },
  }
}
