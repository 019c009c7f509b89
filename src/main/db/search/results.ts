import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadDb } from '../sql.ts'
import { keepAnswers, rememberPlans } from './answers.ts'
import { idsOf, type Condition } from './condition.ts'
import {
  countSql,
  everyRowSql,
  firstIds,
  firstMatches,
  orderedSql,
  orderThese,
  type Ids,
  type Order,
  type SearchList,
} from './list.ts'
import { idsByParts, scannedIds } from './scan.ts'
import { areIndexed, matchingIds } from './trigrams.ts'
import type { Texts, Word } from './words.ts'

/** So few that sorting them is quicker than reading the order of everything. */
const few = 1000
/** Rows of the order that are looked at for the first page: some milliseconds. */
const glance = 3000
/** The first of them, by which it shows whether the page will be full. */
const firstGlance = 300

/**
 * Answers of a list as ids, each computed once while nothing changes: scrolling to any place and the total cost
 * nothing more. Bring the list up to date before each question.
 */
export function createResults<Filter extends object, Sort extends string>(db: ReadDb, list: SearchList<Filter, Sort>) {
  type Query = { filter: Filter } & Order<Sort>
  const answers = keepAnswers(db, list)
  const isQuick = rememberPlans(db)
  const places = new WeakMap<Ids, Uint32Array>()
  /** Two searches with the same condition and order have the same key but for their words. */
  const keyOf = ({ filter, sort, descending }: Query, words: readonly Word[]): string =>
    JSON.stringify([list.conditionOf(filter), words, sort, descending])

  /** All rows in order, whatever the filter. */
  const everyRow = ({ sort, descending }: Query): Ids => {
    const key = JSON.stringify([sort, descending])
    const asked = everyRowSql(list, { sort, descending })
    return answers.find(key) ?? answers.keep(key, idsOf(db, asked.sql, asked.values))
  }
  const placesIn = (order: Ids): Uint32Array => {
    const known = places.get(order) ?? placesOf(order)
    places.set(order, known)
    return known
  }
  const find = (query: Query): Ids | undefined => answers.find(keyOf(query, list.wordsOf(query.filter)))
  const compute = async (query: Query, words: readonly Word[]): Promise<Ids> => {
    const current = answers.current()
    const key = keyOf(query, words)
    const ordered = orderedSql(list, query)
    if (words.length === 0 && isQuick(ordered))
      return answers.keep(key, idsOf(db, ordered.sql, ordered.values), current)
    if (words.length > 0) return answers.keep(key, await these(query, await anywhere(db, list, words)), current)
    const found = await idsByParts(db, list.name, list.conditionOf(query.filter))
    if (found.length <= few) return answers.keep(key, orderFew(db, list, query, found), current)
    await nextTurn()
    const order = everyRow(query)
    await nextTurn()
    return answers.keep(key, inOrder(found, order, placesIn(order)), current)
  }
  /** Of the given rows those that the filter leaves, in order; words are not looked at. */
  const these = async (query: Query, found: Ids): Promise<Ids> => {
    const known = answers.find(keyOf(query, []))
    if (known === undefined && found.length <= few) return orderFew(db, list, query, found)
    if (known === undefined) await nextTurn()
    const order = known ?? (await compute(query, []))
    if (known === undefined) await nextTurn()
    return inOrder(found, order, placesIn(order))
  }
  const of = async (query: Query): Promise<Ids> => find(query) ?? compute(query, list.wordsOf(query.filter))

  /** Whoever is shown a list may search in it next: then its order is known, and the first letter waits for nothing. */
  const orderSoon = async (query: Query): Promise<void> => {
    await nextTurn()
    if (!db.open || !isQuick(orderedSql(list, query))) return
    const order = await of(query)
    await nextTurn()
    placesIn(order)
  }

  /** A page; total is null when counting would take longer than reading. */
  const page = async (query: Query, { offset, limit }: { offset: number; limit: number }) => {
    const isOrdered = answers.find(keyOf(query, [])) !== undefined
    const asked = { limit, isQuick, isOrdered }
    const first = offset === 0 && find(query) === undefined ? firstPage(db, list, query, asked) : null
    if (list.trigrams && !isOrdered && list.wordsOf(query.filter).length === 0) void orderSoon(query)
    if (first !== null) return first
    const ids = await of(query)
    return { total: ids.length, ids: ids.slice(offset, offset + limit) }
  }
  return { of, page, these }
}

/** Of some rows those that the filter leaves, in order. */
function orderFew<F extends object, S extends string>(
  db: ReadDb,
  list: SearchList<F, S>,
  query: { filter: F } & Order<S>,
  found: Ids,
): Ids {
  return orderThese(db, list, query, found, list.conditionOf(query.filter))
}

/** Every row that all words occur in, in no order. */
function anywhere(db: ReadDb, list: Texts & { trigrams: boolean }, words: readonly Word[]): Promise<Ids> {
  return list.trigrams ? matchingIds(db, list, words) : scannedIds(db, list, words)
}

/** The first rows where they are found in a moment, and how many there are where that is quickly counted. */
function firstPage<F extends object, S extends string>(
  db: ReadDb,
  list: SearchList<F, S>,
  query: { filter: F } & Order<S>,
  { limit, isQuick, isOrdered }: { limit: number; isQuick: (asked: Condition) => boolean; isOrdered: boolean },
): { total: number | null; ids: Ids } | null {
  const direct = isQuick(orderedSql(list, query))
  const count = countSql(list, query.filter)
  const words = list.wordsOf(query.filter)
  if (words.length === 0 && direct && isQuick(count)) {
    const [total = 0] = idsOf(db, count.sql, count.values)
    return { total, ids: firstIds(db, list, query, limit) }
  }
  const look = (within: number): Ids => firstMatches(db, list, query, { limit, within, direct })
  const first = look(firstGlance)
  // Where the trigram index answers, more is looked at only when it will likely do: rare words are there in a moment, and
  // once the order is known all others too.
  const isLikely = !isOrdered && first.length * glance >= limit * firstGlance
  const goesOn = first.length < limit && (isLikely || !(list.trigrams && areIndexed(words)))
  const ids = goesOn ? look(glance) : first
  return ids.length === limit ? { total: null, ids } : null
}

/** Those of the ordered ids that were found: their places are marked, and gone through from one mark to the next. */
function inOrder(found: Ids, ordered: Ids, places: Uint32Array): Ids {
  const isFound = new Uint8Array(ordered.length)
  for (const id of found) {
    const place = places[id] ?? nowhere
    if (place !== nowhere) isFound[place] = 1
  }
  const ids: number[] = []
  for (let place = isFound.indexOf(1); place !== -1; place = isFound.indexOf(1, place + 1)) ids.push(ordered[place]!)
  return ids
}

const nowhere = 2 ** 32 - 1

/** For each id where in the order it stands. */
function placesOf(ordered: Ids): Uint32Array {
  const places = new Uint32Array(ordered.reduce((most, id) => Math.max(most, id), 0) + 1).fill(nowhere)
  ordered.forEach((id, place) => (places[id] = place))
  return places
}
