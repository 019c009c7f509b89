import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/ipc/errors.ts'

/**
 * Counts piece by piece, each a fraction of a second: in between another count gets its turn, and one that is not wanted
 * any more ends. Throws CANCELLED.
 */
export async function inTurns<T>(
  pieces: Iterable<T>,
  signal: AbortSignal | undefined,
  count: (piece: T) => void,
): Promise<void> {
  for (const piece of pieces) {
    if (signal?.aborted === true) throw new AppError('CANCELLED', 'The count was stopped.')
    count(piece)
    await nextTurn()
  }
}
