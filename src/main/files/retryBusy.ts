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
      if (!(error instanceof Error && 'code' in error && busy.has(String(error.code)))) throw error
      await pause(wait)
    }
  }
  return move()
}
