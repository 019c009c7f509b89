import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WriteDb } from '../sql.ts'
import { compiled } from './compiled.ts'
import { prepareRefresh, type Changed } from './refreshRows.ts'
import type { SearchSource } from './source.ts'

/** A turn of the event loop, with the flush that ends it, stays well below the 50 ms that somebody notices. */
const shortTurn = 15
/** For bulk work: fewer and larger transactions are several times quicker, and still nobody waits for long. */
export const bulkTurn = 40
/** What a thread indexes with one statement: enough to be quick, and little to remember. */
const indexedAtOnce = 25_000

/** Brings the tables of a list up to date with everything that changed, in turns of some milliseconds. */
export async function refreshSearch<Facts extends object>(
  db: WriteDb,
  source: SearchSource<Facts>,
  turnMilliseconds = shortTurn,
): Promise<void> {
  const { name, keyColumn } = source
  if (compiled(db, `SELECT 1 FROM ${name}_stale LIMIT 1`).get() === undefined) return
  const { refresh, index, count } = prepareRefresh(db, source)
  const settle = db.prepare(`DELETE FROM ${name}_stale WHERE ${keyColumn} IN (SELECT value FROM json_each(?))`)
  const takeTurn = db.transaction((): boolean => {
    const until = performance.now() + turnMilliseconds
    const changed: Changed = { texts: [], outdated: [] }
    let keys: string[]
    do {
      keys = refresh('', changed)
      settle.run(JSON.stringify(keys))
    } while (keys.length > 0 && performance.now() < until)
    index(changed)
    count.run()
    return keys.length > 0
  })
  await db.writer.free()
  while (takeTurn.immediate()) {
    await nextTurn()
    await db.writer.free()
  }
}

/** The same in one turn, for a thread that may stand still. Call it inside the transaction of the changes. */
export function refreshAtOnce<Facts extends object>(db: WriteDb, source: SearchSource<Facts>): void {
  const { refresh, index, unite, count } = prepareRefresh(db, source)
  let keys: string[] = []
  let indexed = 0
  do {
    const changed: Changed = { texts: [], outdated: [] }
    do keys = refresh(keys.at(-1) ?? '', changed)
    while (keys.length > 0 && changed.texts.length < indexedAtOnce)
    index(changed)
    indexed += changed.texts.length
  } while (keys.length > 0)
  if (indexed >= indexedAtOnce) unite()
  db.prepare(`DELETE FROM ${source.name}_stale`).run()
  count.run()
}
