import type { ReadDb } from '../sql.ts'
import { idsOf, type Condition } from './condition.ts'
import { wordsCondition, type Word } from './words.ts'

/**
 * A long list that is searched, filtered and sorted in SQL. Its rows stand in a table NAME, what they are found by in
 * NAME_text, and src/main/db/search/refresh.ts brings both up to date.
 */
export type SearchList<Filter, Sort extends string> = {
  name: string
  /** The columns of NAME_text. */
  texts: readonly string[]
  /** For each order the columns of an index, forward and backward, so that a page is read without sorting. */
  forward: Readonly<Record<Sort, string>>
  backward: Readonly<Record<Sort, string>>
  wordsOf(filter: Filter): Word[]
  /** Whether NAME_trigram knows which rows words are in; else the texts are read. */
  trigrams: boolean
  /** What else the filter says; its words are left out. */
  conditionOf(filter: Filter): Condition
}

export type Order<Sort extends string> = { sort: Sort; descending: boolean }
/** Rows of a list in the order of a query. */
export type Ids = readonly number[]

type AnyList<Filter, Sort extends string> = SearchList<Filter, Sort>
type Query<Filter, Sort extends string> = { filter: Filter } & Order<Sort>

/** The first rows in order; words are not looked at. */
export function firstIds<F, S extends string>(
  db: ReadDb,
  list: AnyList<F, S>,
  query: Query<F, S>,
  limit: number,
): number[] {
  const { sql, values } = orderedSql(list, query)
  return idsOf(db, `${sql} LIMIT ?`, [...values, limit])
}

export function orderedSql<F, S extends string>(list: AnyList<F, S>, { filter, ...order }: Query<F, S>): Condition {
  const { sql, values } = list.conditionOf(filter)
  return { sql: `SELECT id FROM ${list.name} WHERE ${sql} ORDER BY ${orderOf(list, order)}`, values }
}

/**
 * The first that all words occur in and the filter leaves, looking at no more than some rows of the order: quick when
 * many match. direct: see isDirect; else the filter, too, is asked of each row that is looked at.
 */
export function firstMatches<F, S extends string>(
  db: ReadDb,
  list: AnyList<F, S>,
  query: Query<F, S>,
  { limit, within, direct }: { limit: number; within: number; direct: boolean },
): number[] {
  const { name } = list
  const words = wordsCondition(list, list.wordsOf(query.filter))
  const ordered = direct ? orderedSql(list, query) : everyRowSql(list, query)
  const filtered = direct ? nothingElse : list.conditionOf(query.filter)
  const sql = `
    SELECT some.id FROM (${ordered.sql} LIMIT ?) some
    ${direct ? '' : `CROSS JOIN ${name} ON ${name}.id = some.id`}
    ${words.values.length === 0 ? '' : `CROSS JOIN ${name}_text ON ${name}_text.id = some.id`}
    WHERE ${filtered.sql} AND ${words.sql} LIMIT ?`
  return idsOf(db, sql, [...ordered.values, within, ...filtered.values, ...words.values, limit])
}

const nothingElse: Condition = { sql: 'TRUE', values: [] }

/** The rows in order, whatever the filter. */
export function everyRowSql<F, S extends string>(list: AnyList<F, S>, order: Order<S>): Condition {
  return { sql: `SELECT id FROM ${list.name} ORDER BY ${orderOf(list, order)}`, values: [] }
}

/** Whether SQLite answers out of an index, in its order; else it goes through all rows, or sorts what it finds. */
export function isDirect(db: ReadDb, { sql, values }: Condition): boolean {
  const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
  return steps.every(({ detail }) => /^SEARCH|COVERING INDEX/.test(detail))
}

export function countSql<F, S extends string>(list: AnyList<F, S>, filter: F): Condition {
  const { sql, values } = list.conditionOf(filter)
  return { sql: `SELECT count(*) FROM ${list.name} WHERE ${sql}`, values }
}

/** The given rows that a condition leaves, in order; for few: some thousand take a moment. */
export function orderThese<F, S extends string>(
  db: ReadDb,
  list: AnyList<F, S>,
  order: Order<S>,
  ids: Ids,
  { sql, values }: Condition = nothingElse,
): number[] {
  const these = `SELECT id FROM ${list.name} WHERE id IN (SELECT value FROM json_each(?)) AND ${sql}`
  return idsOf(db, `${these} ORDER BY ${orderOf(list, order)}`, [JSON.stringify(ids), ...values])
}

/** Answers a function that counts the changes of what is listed; an answer holds while it stays. */
export function prepareVersion(db: ReadDb, { name }: { name: string }): () => number {
  const version = db.prepare<[], number>(`SELECT version FROM ${name}_version`).pluck()
  return () => version.get() ?? 0
}

/** Each value once, by hops from one to the next in its index. */
export function distinctSql(column: string, table: string): string {
  return `
    WITH RECURSIVE hop (value) AS (
      SELECT min(${column}) FROM ${table}
      UNION ALL
      SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > hop.value) FROM hop WHERE hop.value IS NOT NULL
    )
    SELECT value FROM hop WHERE value <> ''`
}

function orderOf<F, S extends string>(list: AnyList<F, S>, { sort, descending }: Order<S>): string {
  return (descending ? list.backward : list.forward)[sort]
}
