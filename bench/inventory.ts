import { join } from 'node:path'
import Database from 'better-sqlite3'
import { readInTurns } from '../src/main/db/readInTurns.ts'
import { readInventory } from '../src/main/phoneSystem/embedded/inventory.ts'
import { userId, type UserId } from '../src/shared/ids.ts'
import { largeData } from './support/largeData.ts'
import { median, print } from './support/measurement.ts'

const people = 200
const barMilliseconds = 30

/** Everything that hangs on one person, out of a company of 100,000 with a million calls; the bare work reads the row. */
const folder = largeData()
const db = new Database(join(folder, 'offhook.sqlite'), { readonly: true })
// The cast has most of everything, and comes first.
const ids = db
  .prepare<[number], { id: string }>('SELECT id FROM user ORDER BY rowid LIMIT ?')
  .all(people)
  .map(({ id }) => userId.parse(id))
const bare = db.prepare('SELECT * FROM user JOIN extension ON user_id = user.id WHERE user.id = ?')
const ours = median(await timesOf((id) => readInTurns(db, () => readInventory(db, id))))
const row = median(await timesOf((id) => bare.get(id)))
db.close()
print([
  {
    name: 'inventory',
    unit: 'ms',
    ours,
    peers: { 'one row of SQLite': row },
    ratio: null,
    bar: `≤ ${barMilliseconds} ms`,
    holds: ours <= barMilliseconds,
  },
])

async function timesOf(work: (id: UserId) => unknown): Promise<number[]> {
  const times: number[] = []
  for (const id of ids) {
    const started = performance.now()
    await work(id)
    times.push(performance.now() - started)
  }
  return times
}
