import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WriteDb } from '../sql.ts'

/** A turn of the event loop, with the flush that ends it, stays well below the 50 ms that somebody notices. */
const shortTurn = 15
/** For bulk work: fewer and larger transactions are several times quicker, and still nobody waits for long. */
export const bulkTurn = 40
const atOnce = 50
/** What a thread indexes with one statement: enough to be quick, and little to remember. */
const indexedAtOnce = 25_000

type Value = string | number | null

/**
 * Where the tables of a list come from. Triggers note in NAME_stale, in the transaction of the change, whose facts
 * changed; each is found by a key.
 */
export type SearchSource<Facts extends object> = {
  name: string
  /** The columns of NAME_text. */
  texts: readonly string[]
  /** Whether NAME_trigram has them too: a search need not read the texts, but keeping up to date costs twice as much. */
  trigrams: boolean
  /** The column of NAME and of NAME_stale that says whom or what a row is about. */
  keyColumn: string
  /** Facts of some that are stale: @limit of them; what is gone answers gone = 1. */
  staleSql: string
  /** The columns of NAME besides the key, in the order of rowOf. */
  columns: readonly string[]
  rowOf(facts: Facts): readonly Value[]
  /** For each of texts what is found, folded. Two empty lines at its end make the last letters begin a trigram, too. */
  textsOf(facts: Facts): readonly string[]
}
/** id: of the row that is in NAME already. */
type Found = { key: string; gone: 0 | 1; id: number | null }

/** Brings the tables of a list up to date with everything that changed, in turns of some milliseconds. */
export async function refreshSearch<Facts extends object>(
  db: WriteDb,
  source: SearchSource<Facts>,
  turnMilliseconds = shortTurn,
): Promise<void> {
  if (db.prepare(`SELECT 1 FROM ${source.name}_stale LIMIT 1`).get() === undefined) return
  const refresh = prepareBatch(db, source, { milliseconds: turnMilliseconds, rows: Infinity })
  await db.writer.free()
  while (refresh() > 0) {
    await nextTurn()
    await db.writer.free()
  }
}

/** The same in one turn, for a thread that may stand still. Call it inside the transaction of the changes. */
export function refreshAtOnce<Facts extends object>(db: WriteDb, source: SearchSource<Facts>): void {
  const refresh = prepareBatch(db, source, { milliseconds: Infinity, rows: indexedAtOnce })
  while (refresh() > 0);
}

/** Answers a function that refreshes some in one transaction and says how many. */
function prepareBatch<Facts extends object>(
  db: WriteDb,
  source: SearchSource<Facts>,
  turn: { milliseconds: number; rows: number },
): () => number {
  const { name, keyColumn } = source
  const some = db.prepare<{ limit: number }, Facts & Found>(
    `SELECT stale.*, row.id FROM (${source.staleSql}) stale LEFT JOIN ${name} row ON row.${keyColumn} = stale.key`,
  )
  const write = prepareWrite(db, source)
  const remove = prepareRemove(db, source)
  const index = prepareIndex(db, source)
  const settle = db.prepare(`DELETE FROM ${name}_stale WHERE ${keyColumn} IN (SELECT value FROM json_each(?))`)
  const count = db.prepare(`UPDATE ${name}_version SET version = version + 1`)
  const batch = db.transaction((): number => {
    const until = performance.now() + turn.milliseconds
    const changed: Changed = { texts: [], outdated: [] }
    let done = 0
    let found: (Facts & Found)[]
    do {
      found = some.all({ limit: atOnce })
      for (const facts of found) {
        if (facts.gone === 0) write(facts, changed)
        else if (facts.id !== null) remove(facts.id, changed)
      }
      settle.run(JSON.stringify(found.map(({ key }) => key)))
      done += found.length
    } while (found.length > 0 && done < turn.rows && performance.now() < until)
    index(changed)
    count.run()
    return done
  })
  return () => batch.immediate()
}

/** Rows whose texts are new, and those whose earlier texts are still in the index. */
type Changed = { texts: number[]; outdated: number[] }

/** One statement for all of a turn: FTS5 writes what it has gathered to its tables whenever a statement ends. */
function prepareIndex<Facts extends object>(
  db: WriteDb,
  { name, texts: columns, trigrams }: SearchSource<Facts>,
): (changed: Changed) => void {
  if (!trigrams) return () => undefined
  const these = 'IN (SELECT value FROM json_each(?))'
  const all = columns.join(', ')
  const unindex = db.prepare(`DELETE FROM ${name}_trigram WHERE rowid ${these}`)
  const index = db.prepare(
    `INSERT INTO ${name}_trigram (rowid, ${all}) SELECT id, ${all} FROM ${name}_text WHERE id ${these}`,
  )
  return ({ texts, outdated }) => {
    if (outdated.length > 0) unindex.run(JSON.stringify(outdated))
    if (texts.length > 0) index.run(JSON.stringify(texts))
  }
}

/** An upsert would be shorter, but SQLite then keeps what each row overwrites, to take back that row alone. */
function prepareWrite<Facts extends object>(
  db: WriteDb,
  { name, texts: textColumns, keyColumn, columns, rowOf, textsOf }: SearchSource<Facts>,
): (facts: Facts & Found, changed: Changed) => void {
  const insert = db.prepare(insertSql(name, [...columns, keyColumn]))
  const update = db.prepare(updateSql(name, columns))
  const insertTexts = db.prepare(insertSql(`${name}_text`, [...textColumns, 'id']))
  const updateTexts = db.prepare(updateSql(`${name}_text`, textColumns))
  const before = db.prepare<[number], Record<string, unknown>>(`SELECT * FROM ${name}_text WHERE id = ?`)
  return (facts, changed) => {
    const texts = textsOf(facts)
    if (facts.id === null) {
      const { lastInsertRowid: id } = insert.run(...rowOf(facts), facts.key)
      insertTexts.run(...texts, id)
      changed.texts.push(Number(id))
      return
    }
    update.run(...rowOf(facts), facts.id)
    const earlier = before.get(facts.id)
    if (textColumns.every((column, at) => earlier?.[column] === texts[at])) return
    updateTexts.run(...texts, facts.id)
    changed.outdated.push(facts.id)
    changed.texts.push(facts.id)
  }
}

const insertSql = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length - 1)})`
const updateSql = (table: string, columns: readonly string[]): string =>
  `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`

function prepareRemove(db: WriteDb, { name }: { name: string }): (id: number, changed: Changed) => void {
  const removals = [`${name}_text`, name].map((table) => db.prepare(`DELETE FROM ${table} WHERE id = ?`))
  return (id, changed) => {
    for (const one of removals) one.run(id)
    changed.outdated.push(id)
  }
}
