import type { UserFilter, UserSort } from '../../../shared/directory/model.ts'
import type { ReadDb } from '../../db/sql.ts'

export type Order = { sort: UserSort; descending: boolean }
/** A filter without its search words. */
export type Facets = Omit<UserFilter, 'search'>
type Condition = { sql: string; values: unknown[] }

/** A trigram is three letters; shorter words are looked up by the trigrams that they begin. */
const trigram = 3
/** A short word that begins more trigrams than this is in so many people that reading all texts is quicker. */
const fewTrigrams = 300

const forward: Readonly<Record<UserSort, string>> = {
  name: 'name_key, status, id',
  extension: 'extension IS NULL, extension, name_key, status, id',
  status: 'status, name_key, id',
  site: 'site, name_key, status, id',
  department: 'department, name_key, status, id',
  voicemails: 'voicemails, name_key DESC, status DESC, id DESC',
  leavesOn: 'leaves_on IS NULL, leaves_on, name_key, status, id',
}
const backward: Readonly<Record<UserSort, string>> = {
  name: 'name_key DESC, status DESC, id DESC',
  extension: 'extension IS NULL DESC, extension DESC, name_key DESC, status DESC, id DESC',
  status: 'status DESC, name_key DESC, id DESC',
  site: 'site DESC, name_key DESC, status DESC, id DESC',
  department: 'department DESC, name_key DESC, status DESC, id DESC',
  voicemails: 'voicemails DESC, name_key, status, id',
  leavesOn: 'leaves_on IS NULL, leaves_on DESC, name_key, status, id',
}

/** The order of an index of user_search, so that a page is read without sorting. */
const orderOf = ({ sort, descending }: Order): string => (descending ? backward : forward)[sort]

/** The first people in order, or all of them. */
export function firstIds(db: ReadDb, facets: Facets, order: Order, limit = -1): number[] {
  const { sql, values } = orderedSql(facets, order)
  return idsOf(db, `${sql} LIMIT ?`, [...values, limit])
}

export function orderedSql(facets: Facets, order: Order): Condition {
  const { sql, values } = facetCondition(facets)
  return { sql: `SELECT id FROM user_search WHERE ${sql} ORDER BY ${orderOf(order)}`, values }
}

/** The first that all words occur in, looking at no more than some people of the order: quick when many match. */
export function firstMatches(
  db: ReadDb,
  given: { words: readonly string[]; facets: Facets; order: Order; limit: number; within: number },
): number[] {
  const { words, facets, order, limit, within } = given
  const ordered = orderedSql(facets, order)
  const sql = `
    SELECT some.id FROM (${ordered.sql} LIMIT ?) some
    CROSS JOIN user_search_text ON user_search_text.id = some.id
    WHERE ${words.map(() => textLike).join(' AND ')} LIMIT ?`
  return idsOf(db, sql, [...ordered.values, within, ...words.map(pattern), limit])
}

export function countUsers(db: ReadDb, facets: Facets): number {
  const { sql, values } = facetCondition(facets)
  return (
    db.prepare<unknown[], { n: number }>(`SELECT count(*) AS n FROM user_search WHERE ${sql}`).get(...values)?.n ?? 0
  )
}

/** Everyone that all words occur in, in no order, deleted people too. */
export function matchingIds(db: ReadDb, words: readonly string[]): number[] {
  const { sql, values } = matchSql(db, words)
  return idsOf(db, sql, values)
}

export function matchSql(db: ReadDb, words: readonly string[]): Condition {
  const long = words.filter((word) => lettersOf(word) >= trigram)
  const short = words.filter((word) => lettersOf(word) < trigram)
  if (long.length > 0) return trigramSql(long.map(quoted).join(' AND '), short)
  const [rarest, ...others] = short.toSorted((a, b) => lettersOf(b) - lettersOf(a))
  const terms = rarest === undefined ? [] : trigramsOf(db, rarest)
  // No person has a word that begins no trigram.
  if (terms.length === 0) return { sql: 'SELECT id FROM user_search_text WHERE 0', values: [] }
  if (terms.length <= fewTrigrams) return trigramSql(terms.map(quoted).join(' OR '), others)
  const sql = `SELECT id FROM user_search_text WHERE ${short.map(() => textLike).join(' AND ')}`
  return { sql, values: short.map(pattern) }
}

/** The given people that the filter leaves, in order; for few. */
export function orderThese(db: ReadDb, ids: readonly number[], facets: Facets, order: Order): number[] {
  const { sql, values } = facetCondition(facets)
  const these = `SELECT id FROM user_search WHERE id IN (SELECT value FROM json_each(?)) AND ${sql}`
  return idsOf(db, `${these} ORDER BY ${orderOf(order)}`, [JSON.stringify(ids), ...values])
}

/** Which rows of user_search these people are. */
export function searchIdsOf(db: ReadDb, userIds: readonly string[]): number[] {
  return idsOf(db, 'SELECT id FROM user_search WHERE user_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(userIds),
  ])
}

/** Counts the changes of what is searched; an answer holds while it stays. */
export function searchVersion(db: ReadDb): number {
  return db.prepare<[], { version: number }>('SELECT version FROM user_search_version').get()?.version ?? 0
}

function idsOf(db: ReadDb, sql: string, values: readonly unknown[]): number[] {
  return db
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...values)
}

function trigramSql(match: string, others: readonly string[]): Condition {
  const found = 'SELECT rowid AS id FROM user_search_trigram WHERE user_search_trigram MATCH ?'
  if (others.length === 0) return { sql: found, values: [match] }
  const sql = `
    SELECT found.id FROM (${found}) found
    CROSS JOIN user_search_text ON user_search_text.id = found.id
    WHERE ${others.map(() => textLike).join(' AND ')}`
  return { sql, values: [match, ...others.map(pattern)] }
}

function trigramsOf(db: ReadDb, beginning: string): string[] {
  const terms = 'SELECT term FROM user_search_term WHERE term >= ? AND term < ? LIMIT ?'
  return db
    .prepare<[string, string, number], { term: string }>(terms)
    .all(beginning, `${beginning}\u{10ffff}`, fewTrigrams + 1)
    .map((row) => row.term)
}

function facetCondition(facets: Facets): Condition {
  const parts: string[] = []
  const values: unknown[] = []
  const add = (sql: string, ...added: unknown[]): void => {
    parts.push(sql)
    values.push(...added)
  }
  if (facets.status === undefined) add("status <> 'DELETED'")
  else add('status = ?', facets.status)
  if (facets.site !== undefined) add('site = ?', facets.site)
  if (facets.department !== undefined) add('department = ?', facets.department)
  if (facets.licence !== undefined) add("instr(', ' || licences || ', ', ', ' || ? || ', ') > 0", facets.licence)
  if (facets.hasVoicemail !== undefined) add(facets.hasVoicemail ? 'voicemails > 0' : 'voicemails = 0')
  if (facets.leaving !== undefined) add(`(leaves_on IS NULL) = ${facets.leaving ? 0 : 1}`)
  if (facets.leavesFrom !== undefined) add('(leaves_on IS NULL) = 0 AND leaves_on >= ?', facets.leavesFrom)
  if (facets.leavesUntil !== undefined) add('(leaves_on IS NULL) = 0 AND leaves_on <= ?', facets.leavesUntil)
  return { sql: parts.join(' AND '), values }
}

const textLike = "text LIKE ? ESCAPE '\\'"
const pattern = (word: string): string => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
const quoted = (term: string): string => `"${term.replaceAll('"', '""')}"`
const lettersOf = (word: string): number => Array.from(word).length
