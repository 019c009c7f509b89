import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadDb } from '../sql.ts'
import { firstIds, orderThese, prepareVersion, type Ids, type Order, type SearchList } from './list.ts'

/** So few that sorting them is quicker than reading the order of everything. */
const few = 1000
/** The list and the search that are on the screen, and those of a moment ago. */
const kept = 6

/**
 * Answers of a list as ids, each computed once while nothing changes: scrolling to any place and the total cost
 * nothing more. Bring the list up to date before each question.
 */
export function createResults<Filter extends object, Sort extends string>(db: ReadDb, list: SearchList<Filter, Sort>) {
  type Query = { filter: Filter } & Order<Sort>
  let version = -1
  let known = new Map<string, Ids>()
  const places = new WeakMap<Ids, Uint32Array>()
  const readVersion = prepareVersion(db, list)

  const upToDate = (): Map<string, Ids> => {
    const now = readVersion()
    if (now !== version) known = new Map()
    version = now
    return known
  }
  const keep = (key: string, ids: Ids, current: Map<string, Ids>): Ids => {
    current.set(key, ids)
    const [oldest] = current.keys()
    if (current.size > kept && oldest !== undefined) current.delete(oldest)
    return ids
  }
  /** Two searches with the same condition and order have the same key but for their words. */
  const keyOf = ({ filter, sort, descending }: Query, words: unknown): string =>
    JSON.stringify([list.conditionOf(filter), words, sort, descending])

  const findKey = (key: string): Ids | undefined => {
    const current = upToDate()
    const ids = current.get(key)
    // The one that was used last goes last.
    if (ids !== undefined && current.delete(key)) current.set(key, ids)
    return ids
  }
  const everything = (query: Query): Ids => {
    const key = keyOf(query, [])
    return findKey(key) ?? keep(key, firstIds(db, list, query), upToDate())
  }
  const find = (query: Query): Ids | undefined => findKey(keyOf(query, list.wordsOf(query.filter)))
  const compute = async (query: Query): Promise<Ids> => {
    const words = list.wordsOf(query.filter)
    const current = upToDate()
    if (words.length === 0) return everything(query)
    const key = keyOf(query, words)
    const found = await list.matching(db, words)
    const all = findKey(keyOf(query, []))
    if (all === undefined && found.length <= few) return keep(key, orderThese(db, list, query, found), current)
    if (found.length > few) await nextTurn()
    const ordered = all ?? everything(query)
    if (found.length > few) await nextTurn()
    const where = places.get(ordered) ?? placesOf(ordered)
    places.set(ordered, where)
    return keep(key, inOrder(found, ordered, where), current)
  }
  return { find, of: async (query: Query): Promise<Ids> => find(query) ?? compute(query) }
}

/** Those of the ordered ids that were found, by sorting their places: going through everybody takes longer. */
function inOrder(found: Ids, ordered: Ids, places: Uint32Array): Ids {
  const at = new Uint32Array(found.length)
  found.forEach((id, index) => (at[index] = places[id] ?? nowhere))
  at.sort()
  const out = at.indexOf(nowhere)
  return Array.from(out === -1 ? at : at.subarray(0, out), (place) => ordered[place]!)
}

const nowhere = 2 ** 32 - 1

/** For each id where in the order it stands. */
function placesOf(ordered: Ids): Uint32Array {
  const places = new Uint32Array(ordered.reduce((most, id) => Math.max(most, id), 0) + 1).fill(nowhere)
  ordered.forEach((id, place) => (places[id] = place))
  return places
}
