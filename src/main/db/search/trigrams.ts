import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadDb } from '../sql.ts'
import { compiled } from './compiled.ts'
import { idsOf, type Condition } from './condition.ts'
import { idsAmong, scannedIds } from './scan.ts'
import { wordsCondition, type Texts, type Word } from './words.ts'

/** A trigram is three letters; shorter words are looked up by the trigrams that they begin. */
export const trigram = 3
/** A short word that begins more trigrams than this is in so many rows that reading all texts is quicker. */
const fewTrigrams = 100
/** So many rows the index tells in some milliseconds. */
const manyRows = 25_000
/** Beside a longer word so many are worth being asked for. */
const rareTrigrams = 20

/** Whether the index tells in a moment where the words are: nearly every row has one letter. */
export function areIndexed(words: readonly Word[]): boolean {
  return words.some(({ word }) => lettersOf(word) > 1)
}

/**
 * Every row that all words occur in, in no order, by the index NAME_trigram. What a mail domain has is in every row: where
 * the index knows more than it tells in a moment, the texts of the others are read part by part, as for frequent letters.
 */
export async function matchingIds(db: ReadDb, list: Texts, words: readonly Word[]): Promise<readonly number[]> {
  const lookUp = lookUpOf(db, list, words)
  if (lookUp === null) return scannedIds(db, list, words)
  if (lookUp.match === null) return []
  const first = idsOf(db, `${matchedSql(list)} ORDER BY rowid LIMIT ${manyRows}`, [lookUp.match])
  const found = await idsAmong(db, list, first, lookUp.looked)
  if (first.length < manyRows) return found
  await nextTurn()
  return [...found, ...(await scannedIds(db, list, words, first.at(-1)))]
}

/** The same as one question. */
export function matchSql(db: ReadDb, list: Texts, words: readonly Word[]): Condition {
  const indexed = indexSql(db, list, words)
  if (indexed !== null) return indexed
  const { sql, values } = wordsCondition(list, words)
  return { sql: `SELECT id FROM ${list.name}_text WHERE ${sql}`, values }
}

/** Null when the words are short, and in so many rows that reading the texts is quicker. */
export function indexSql(db: ReadDb, list: Texts, words: readonly Word[]): Condition | null {
  const { name } = list
  const lookUp = lookUpOf(db, list, words)
  if (lookUp === null) return null
  const { match, looked } = lookUp
  if (match === null) return { sql: `SELECT id FROM ${name}_text WHERE 0`, values: [] }
  if (looked.length === 0) return { sql: matchedSql(list), values: [match] }
  const rest = wordsCondition(list, looked)
  const sql = `
    SELECT found.id FROM (${matchedSql(list)}) found CROSS JOIN ${name}_text ON ${name}_text.id = found.id
    WHERE ${rest.sql}`
  return { sql, values: [match, ...rest.values] }
}

const matchedSql = ({ name }: Texts): string => `SELECT rowid AS id FROM ${name}_trigram WHERE ${name}_trigram MATCH ?`

/** What the index is asked, null where no row has it; looked: what has to be looked for in the texts of what it finds. */
type LookUp = { match: string | null; looked: readonly Word[] }

const nowhere: LookUp = { match: null, looked: [] }

/** Null when the words are short, and in so many rows that reading the texts is quicker. */
function lookUpOf(db: ReadDb, list: Texts, words: readonly Word[]): LookUp | null {
  const long = words.filter(({ word }) => lettersOf(word) >= trigram)
  const short = words.filter(({ word }) => lettersOf(word) < trigram)
  if (long.length > 0 && list.positions === false) return looseLookUp(db, list, { long, short })
  if (long.length > 0)
    return { match: long.map((word) => within(word, quoted(word.word))).join(' AND '), looked: short }
  const [rarest, ...others] = short.toSorted((a, b) => lettersOf(b.word) - lettersOf(a.word))
  const terms = rarest === undefined ? [] : trigramsOf(db, list, rarest.word)
  // No row has a word that begins no trigram.
  if (rarest === undefined || terms.length === 0) return nowhere
  if (terms.length > fewTrigrams) return null
  const match = within(rarest, `(${terms.map(quoted).join(' OR ')})`)
  return { match, looked: list.positions === false ? short : others }
}

/**
 * Without positions a word cannot be told from its trigrams in another order: what is found has to be looked at. A short
 * word that is rare keeps that from being everything.
 */
function looseLookUp(db: ReadDb, list: Texts, words: { long: readonly Word[]; short: readonly Word[] }): LookUp {
  const begun = words.short.map((word) => ({ word, terms: trigramsOf(db, list, word.word) }))
  if (begun.some(({ terms }) => terms.length === 0)) return nowhere
  const rare = begun
    .filter(({ terms }) => terms.length <= rareTrigrams)
    .map(({ word, terms }) => within(word, `(${terms.map(quoted).join(' OR ')})`))
  return { match: [allTrigrams(words.long), ...rare].join(' AND '), looked: [...words.long, ...words.short] }
}

function allTrigrams(words: readonly Word[]): string {
  const each = words.flatMap((word) => {
    const letters = Array.from(word.word)
    return letters.slice(trigram - 1).map((_, at) => within(word, quoted(letters.slice(at, at + trigram).join(''))))
  })
  return [...new Set(each)].join(' AND ')
}

/** By hops from one to the next: a scan of NAME_term would go through every row that each trigram is in. */
function trigramsOf(db: ReadDb, { name }: Texts, beginning: string): string[] {
  const next = (from: string): string => `(SELECT term FROM ${name}_term WHERE term >= ${from} LIMIT 1)`
  const sql = `
    WITH RECURSIVE hop (term) AS (
      SELECT ${next('@beginning')} UNION ALL SELECT ${next('hop.term || char(1)')} FROM hop WHERE hop.term < @end
    )
    SELECT term FROM hop WHERE term < @end LIMIT @limit`
  return compiled<string>(db, sql).all({ beginning, end: `${beginning}\u{10ffff}`, limit: fewTrigrams + 1 })
}

const within = (word: Word, match: string): string => (word.in === null ? match : `${word.in} : ${match}`)
export const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`
export const lettersOf = (word: string): number => Array.from(word).length
