import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * SQLite lets one connection write at a time, and who comes second stands still until the first has ended. A thread with
 * a transaction of seconds borrows the writing; what can wait without standing still asks whether it is free.
 */
export type Writer = {
  lent(): boolean
  /** Waits until it is free and lends it until the work of a thread has ended, however it ends. */
  lendUntil(ended: Promise<unknown>): Promise<void>
  /** Waits until it is free; what then writes at once is not overtaken by a loan. */
  free(): Promise<void>
  /** Waits until nobody else writes, then does. */
  alone<T>(write: () => T): Promise<T>
}

export function createWriter(): Writer {
  let lent: Promise<void> | null = null
  const isLent = (): boolean => lent !== null
  const back = (): void => void (lent = null)
  const alone = async <T>(write: () => T): Promise<T> => {
    // Looked at again each time: somebody else who waited may have borrowed it. Nothing comes between the look and the write.
    while (isLent()) await lent
    return write()
  }
  const lendUntil = async (ended: Promise<unknown>): Promise<void> => {
    while (isLent()) {
      await lent
      // Whoever else waited for the end of that loan writes in the turn in which it ended.
      await nextTurn()
    }
    lent = ended.then(back, back)
  }
  return {
    lent: isLent,
    lendUntil,
    free: () => alone(() => undefined),
    alone,
  }
}
