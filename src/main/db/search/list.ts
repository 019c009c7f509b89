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
  /** Every row that all words occur in, in no order. */
  matching(db: ReadDb, words: readonly Word[]): readonly number[] | Promise<readonly number[]>
  /** What else the filter says; its words are left out. */
  conditionOf(filter: Filter): Condition
}

export type Order<Sort extends string> = { sort: Sort; descending: boolean }
/** Rows of a list in the order of a query. */
export type Ids = readonly number[]

type AnyList<Filter, Sort extends string> = SearchList<Filter, Sort>
type Query<Filter, Sort extends string> = { filter: Filter } & Order<Sort>

/** The first rows in order, or all of them; words are not looked at. */
export function firstIds<F, S extends string>(
  db: ReadDb,
  list: AnyList<F, S>,
  query: Query<F, S>,
  limit = -1,
): number[] {
  const { sql, values } = orderedSql(list, query)
  return idsOf(db, `${sql} LIMIT ?`, [...values, limit])
}

export function orderedSql<F, S extends string>(list: AnyList<F, S>, { filter, ...order }: Query<F, S>): Condition {
  const { sql, values } = list.conditionOf(filter)
  return { sql: `SELECT id FROM ${list.name} WHERE ${sql} ORDER BY ${orderOf(list, order)}`, values }
}

/** The first that all words occur in, looking at no more than some rows of the order: quick when many match. */
export function firstMatches<F, S extends string>(
  db: ReadDb,
  list: AnyList<F, S>,
  query: Query<F, S>,
  { limit, within }: { limit: number; within: number },
): number[] {
  const words = wordsCondition(list, list.wordsOf(query.filter))
  const ordered = orderedSql(list, query)
  const sql = `
    SELECT some.id FROM (${ordered.sql} LIMIT ?) some
    CROSS JOIN ${list.name}_text ON ${list.name}_text.id = some.id
    WHERE ${words.sql} LIMIT ?`
  return idsOf(db, sql, [...ordered.values, within, ...words.values, limit])
}

export function countRows<F, S extends string>(db: ReadDb, list: AnyList<F, S>, filter: F): number {
  const { sql, values } = list.conditionOf(filter)
  const row = db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM ${list.name} WHERE ${sql}`).get(...values)
  return row?.n ?? 0
}

/** The given rows that the filter leaves, in order; for few. */
export function orderThese<F, S extends string>(
  db: ReadDb,
  list: AnyList<F, S>,
  query: Query<F, S>,
  ids: Ids,
): number[] {
  const { sql, values } = list.conditionOf(query.filter)
  const these = `SELECT id FROM ${list.name} WHERE id IN (SELECT value FROM json_each(?)) AND ${sql}`
  return idsOf(db, `${these} ORDER BY ${orderOf(list, query)}`, [JSON.stringify(ids), ...values])
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
