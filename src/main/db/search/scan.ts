import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadDb } from '../sql.ts'
import { idsOf, type Condition } from './condition.ts'
import { wordsCondition, type Texts, type Word } from './words.ts'

/** So many rows are read in some milliseconds. */
const atOnce = 10_000

/** Every row after one that all words occur in, in no order, by reading the texts part by part. */
export async function scannedIds(db: ReadDb, list: Texts, words: readonly Word[], after = 0): Promise<number[]> {
  return idsByParts(db, `${list.name}_text`, wordsCondition(list, words), after)
}

/** Those of the given rows that all words occur in, by reading their texts part by part. */
export async function idsAmong(
  db: ReadDb,
  list: Texts,
  ids: readonly number[],
  words: readonly Word[],
): Promise<readonly number[]> {
  if (words.length === 0) return ids
  const { sql, values } = wordsCondition(list, words)
  const part = `SELECT id FROM ${list.name}_text WHERE id IN (SELECT value FROM json_each(?)) AND ${sql}`
  const found: number[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const id of idsOf(db, part, [JSON.stringify(ids.slice(from, from + atOnce)), ...values])) found.push(id)
    await nextTurn()
  }
  return found
}

/** Every row of a table, after one, that a condition holds for, in no order, part by part. */
export async function idsByParts(db: ReadDb, table: string, { sql, values }: Condition, after = 0): Promise<number[]> {
  const part = partSql(table, sql)
  const last = idsOf(db, `SELECT coalesce(max(id), 0) FROM ${table}`, [])[0] ?? 0
  const found: number[] = []
  for (let from = after; from < last; from += atOnce) {
    for (const id of idsOf(db, part, [from, from + atOnce, ...values])) found.push(id)
    await nextTurn()
  }
  return found
}

/** One part; NOT INDEXED, because an index would be gone through anew for each. */
export function partSql(table: string, condition: string): string {
  return `SELECT id FROM ${table} NOT INDEXED WHERE id > ? AND id <= ? AND (${condition})`
}
