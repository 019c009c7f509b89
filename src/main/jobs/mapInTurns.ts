import { setImmediate as nextTurn } from 'node:timers/promises'

/** So many messages are named, written as JSON or read from it, or lines of a manifest read, in some milliseconds. */
const atOnce = 500

/** Like map, for what a large mailbox has: some at a time, and in between others get their turn. */
export async function mapInTurns<T, Result>(items: readonly T[], work: (item: T) => Result): Promise<Result[]> {
  const results: Result[] = []
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % atOnce === 0) await nextTurn()
    results.push(work(item))
  }
  return results
}
