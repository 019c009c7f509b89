import { setTimeout as pause } from 'node:timers/promises'

const busy = new Set(['EPERM', 'EBUSY', 'EACCES'])
// Virus scanners hold a new file for some tenths of a second.
const waits = [10, 50, 200, 500, 1000]

/** On Windows a file that was just written may be held by a scanner: the move is tried again for two seconds. */
export async function retryBusy<T>(move: () => Promise<T>): Promise<T> {
  if (process.platform !== 'win32') return move()
  for (const wait of waits) {
    try {
      return await move()
    } catch (error) {
      if (!isBusy(error)) throw error
      await pause(wait)
    }
  }
  return move()
}

/** The same for a thread that may stand still. */
export function retryBusyNow<T>(move: () => T): T {
  if (process.platform !== 'win32') return move()
  const still = new Int32Array(new SharedArrayBuffer(4))
  for (const wait of waits) {
    try {
      return move()
    } catch (error) {
      if (!isBusy(error)) throw error
      Atomics.wait(still, 0, 0, wait)
    }
  }
  return move()
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && busy.has(String(error.code))
}
