import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadDb } from './sql.ts'

/** So often is begun anew because somebody wrote meanwhile. */
const tries = 3

/**
 * Reads what takes longer than others may wait, as if it were read at once: work yields where others may get their turn,
 * and what it answers is so now. When somebody wrote meanwhile it is read again; where they do so all the time, at once.
 */
export async function readInTurns<T>(db: ReadDb, work: () => Generator<void, T>): Promise<T> {
  for (let count = 0; count < tries; count += 1) {
    const isUnchanged = watchWrites(db)
    const reading = work()
    let read = reading.next()
    while (read.done !== true) {
      await nextTurn()
      read = reading.next()
    }
    if (isUnchanged()) return read.value
  }
  return readAtOnce(work())
}

function readAtOnce<T>(reading: Generator<void, T>): T {
  for (;;) {
    const read = reading.next()
    if (read.done === true) return read.value
  }
}

/**
 * Answers a function that tells whether nobody has written since, through this connection or another. On this one nobody
 * keeps a transaction open from turn to turn.
 */
function watchWrites(db: ReadDb): () => boolean {
  const state = db.prepare<[], string>("SELECT data_version || ' ' || total_changes() FROM pragma_data_version").pluck()
  const before = state.get()
  return () => state.get() === before
}
