import { setImmediate as nextTurn } from 'node:timers/promises'
import { searchWords } from '../../../shared/directory/fold.ts'
import type { UserFilter } from '../../../shared/directory/model.ts'
import type { ReadDb } from '../../db/sql.ts'
import { firstIds, matchingIds, orderThese, searchVersion, type Facets, type Order } from './searchRepository.ts'

export type UserQuery = { filter: UserFilter } & Order
/** Rows of user_search in the order of the query. */
export type Ids = readonly number[]

/** So few that sorting them is quicker than reading the order of everyone. */
const few = 1000
/** The list and the search that are on the screen, and those of a moment ago. */
const kept = 6

/**
 * Answers of the directory as lists of ids, each computed once while nobody changes: scrolling to any place and the
 * total cost nothing more.
 */
export function createResults(db: ReadDb) {
  let version = -1
  let known = new Map<string, Ids>()

  const upToDate = (): Map<string, Ids> => {
    const now = searchVersion(db)
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

  const find = (query: UserQuery): Ids | undefined => {
    const current = upToDate()
    const key = keyOf(query)
    const ids = current.get(key)
    // The one that was used last goes last.
    if (ids !== undefined && current.delete(key)) current.set(key, ids)
    return ids
  }
  const everyone = (facets: Facets, order: Order): Ids => {
    const query = { filter: { search: '', ...facets }, ...order }
    return find(query) ?? keep(keyOf(query), firstIds(db, facets, order), upToDate())
  }
  const compute = async (query: UserQuery): Promise<Ids> => {
    const { facets, words, order } = partsOf(query)
    const current = upToDate()
    if (words.length === 0) return everyone(facets, order)
    const found = matchingIds(db, words)
    const all = find({ filter: { search: '', ...facets }, ...order })
    if (all === undefined && found.length <= few)
      return keep(keyOf(query), orderThese(db, found, facets, order), current)
    if (found.length > few) await nextTurn()
    const ordered = all ?? everyone(facets, order)
    if (found.length > few) await nextTurn()
    return keep(keyOf(query), inOrder(found, ordered), current)
  }
  return { find, compute }
}

/** The filter, the folded words of the search, and the order. */
export function partsOf({ filter, sort, descending }: UserQuery): {
  facets: Facets
  words: string[]
  order: Order
} {
  const { search, ...facets } = filter
  return { facets, words: searchWords(search), order: { sort, descending } }
}

function keyOf(query: UserQuery): string {
  const { facets, words, order } = partsOf(query)
  return JSON.stringify([Object.entries(facets).toSorted(([a], [b]) => (a < b ? -1 : 1)), words, order])
}

/** Those of the ordered ids that were found. */
function inOrder(found: Ids, ordered: Ids): Ids {
  const wanted = new Uint8Array(found.reduce((most, id) => Math.max(most, id), 0) + 1)
  for (const id of found) wanted[id] = 1
  return ordered.filter((id) => wanted[id] === 1)
}
