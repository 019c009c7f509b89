import type { ReadDb } from '../sql.ts'
import { orderThese, type Ids, type Order, type SearchList } from './list.ts'

/** Rows that are named: these, also those that a query leaves out; or all that it leaves but these. */
export type Only = { kind: 'these' | 'allBut'; ids: Ids }

type Query<Filter, Sort extends string> = { filter: Filter } & Order<Sort>
type Searched<Filter, Sort extends string> = {
  db: ReadDb
  list: SearchList<Filter, Sort>
  results: { of(query: Query<Filter, Sort>): Promise<Ids> }
}

/** What is chosen of a list, in the order of the query: all that it leaves, unless rows are named. */
export async function chosenIds<F, S extends string>(
  { db, list, results }: Searched<F, S>,
  query: Query<F, S>,
  only?: Only,
): Promise<Ids> {
  if (only?.kind === 'these') return orderThese(db, list, query, only.ids)
  const ids = await results.of(query)
  if (only === undefined) return ids
  const left = new Set(only.ids)
  return ids.filter((id) => !left.has(id))
}

/** How many rows the query leaves; of the named ones, when some are named. */
export async function countChosen<F, S extends string>(
  { results }: Pick<Searched<F, S>, 'results'>,
  query: Query<F, S>,
  of?: Ids,
): Promise<number> {
  const ids = await results.of(query)
  if (of === undefined) return ids.length
  const named = new Set(of)
  return ids.filter((id) => named.has(id)).length
}
