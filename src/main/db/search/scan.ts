import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadDb } from '../sql.ts'
import { idsOf } from './condition.ts'
import { wordsCondition, type Texts, type Word } from './words.ts'

/** So many texts are read in some milliseconds. */
const atOnce = 10_000

/** Every row that all words occur in, in no order, by reading the texts part by part. */
export async function scannedIds(db: ReadDb, list: Texts, words: readonly Word[]): Promise<number[]> {
  const { values } = wordsCondition(list, words)
  const sql = scanSql(list, words)
  const last = idsOf(db, `SELECT coalesce(max(id), 0) FROM ${list.name}_text`, [])[0] ?? 0
  const found: number[][] = []
  for (let from = 0; from < last; from += atOnce) {
    found.push(idsOf(db, sql, [from, from + atOnce, ...values]))
    await nextTurn()
  }
  return found.flat()
}

export function scanSql(list: Texts, words: readonly Word[]): string {
  return `SELECT id FROM ${list.name}_text WHERE id > ? AND id <= ? AND ${wordsCondition(list, words).sql}`
}
