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
  const free = async (): Promise<void> => {
    if (lent === null) return
    await lent
    // The next thread may have borrowed it meanwhile.
    await free()
  }
  return {
    lent: () => lent !== null,
    lendUntil: (ended) => {
      const back = (): void => void (lent = null)
      lent = ended.then(back, back)
    },
    free,
  }
}
