import type { WriteDb } from '../sql.ts'
import type { SearchSource } from './source.ts'

const atOnce = 50

/** id: of the row that is in NAME already. */
type Found = { key: string; gone: 0 | 1; id: number | null }

export type Refresh = {
  /** Writes the rows of some that are stale, whose keys come after the given one, and answers their keys in order. */
  refresh(after: string, changed: Changed): string[]
  index(changed: Changed): void
  /** Makes the many pieces that a long indexing leaves one, in which a word is looked up once. */
  unite(): void
  count: { run(): unknown }
}

/** Prepares, for one connection, what brings the tables of a list up to date, some rows at a time. */
export function prepareRefresh<Facts extends object>(db: WriteDb, source: SearchSource<Facts>): Refresh {
  const { name, keyColumn } = source
  // A LIMIT that is bound would have SQLite plan the statement anew each time.
  const some = db.prepare<{ after: string }, Facts & Found>(`
    WITH stale (key) AS (
      SELECT ${keyColumn} FROM ${name}_stale WHERE ${keyColumn} > @after ORDER BY ${keyColumn} LIMIT ${atOnce}
    )
    SELECT facts.*, row.id FROM (${source.staleSql}) facts LEFT JOIN ${name} row ON row.${keyColumn} = facts.key
    ORDER BY facts.key`)
  const write = prepareWrite(db, source)
  const remove = prepareRemove(db, source)
  return {
    refresh: (after, changed) =>
      some.all({ after }).map((facts) => {
        if (facts.gone === 0) write(facts, changed)
        else if (facts.id !== null) remove(facts.id, changed)
        return facts.key
      }),
    index: prepareIndex(db, source),
    unite: () => {
      if (source.trigrams) db.prepare(`INSERT INTO ${name}_trigram (${name}_trigram) VALUES ('optimize')`).run()
    },
    count: db.prepare(`UPDATE ${name}_version SET version = version + 1`),
  }
}

/** Rows whose texts are new, and those whose earlier texts are still in the index. */
export type Changed = { texts: number[]; outdated: number[] }

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
