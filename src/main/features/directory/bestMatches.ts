import type { UserFilter, UserSort } from '../../../shared/directory/model.ts'
import { firstMatches, type Ids } from '../../db/search/list.ts'
import type { createResults } from '../../db/search/results.ts'
import type { ReadDb } from '../../db/sql.ts'
import { beginningIds, readTexts, userList } from './searchRepository.ts'

/** So many are told apart beside those of whom it begins so: of everybody by name, or of who matches where that is known. */
const looked = 300

type Results = ReturnType<typeof createResults<UserFilter, UserSort>>

/**
 * Whom the words most likely mean: first those whose names, user name, extension or number begin so, then who has them
 * anywhere, last who has them in the mail domain alone, as perhaps everybody does; each of the three by name. Without
 * words everybody by name. total is null when counting would take longer than reading.
 */
export async function bestMatches(
  { db, results }: { db: ReadDb; results: Results },
  { search, limit }: { search: string; limit: number },
): Promise<{ total: number | null; ids: Ids }> {
  const query = { filter: { search }, sort: 'name', descending: false } as const
  const words = userList.wordsOf(query.filter).map(({ word }) => word)
  const begun = (areMany: boolean): Promise<Ids> => results.these(query, beginningIds(db, words, areMany))
  // So few letters often begin a page of names, and looking for them anywhere would take longer.
  const short = isShort(words) ? await begun(false) : null
  if (short !== null && short.length >= limit) return { total: null, ids: short.slice(0, limit) }
  const { total, ids } = await results.page(query, { offset: 0, limit })
  if (rank(readTexts(db, ids), words).begin.length === ids.length) return { total, ids }
  const first = short ?? (await begun(total === null))
  if (first.length >= limit) return { total, ids: first.slice(0, limit) }
  const more =
    total === null
      ? firstMatches(db, userList, query, { limit: looked, within: looked, direct: true })
      : (await results.of(query)).slice(0, looked)
  // Both begin with the first by name; for the page it may have been looked further.
  const some = more.length > ids.length ? more : ids
  const { begin, anywhere, inDomain } = rank(readTexts(db, some), words)
  const beginning = await results.these(query, [...new Set([...first, ...begin])])
  return { total, ids: [...beginning, ...anywhere, ...inDomain].slice(0, limit) }
}

function isShort([word = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && word.length > 1 && word.length < 4
}

/** Of whom each word begins something; who has each somewhere; who has one in the domain of an address alone. */
function rank(texts: readonly (readonly [id: number, text: string])[], words: readonly string[]) {
  const ranks: Record<ReturnType<typeof rankOf>, number[]> = { begin: [], anywhere: [], inDomain: [] }
  for (const [id, text] of texts) ranks[rankOf(text, words)].push(id)
  return ranks
}

function rankOf(text: string, words: readonly string[]): 'begin' | 'anywhere' | 'inDomain' {
  const starts = `\n${text.replaceAll(' ', '\n')}`
  if (words.every((word) => starts.includes(`\n${word}`))) return 'begin'
  const outside = text.replaceAll(/@.*/g, '')
  return words.every((word) => outside.includes(word)) ? 'anywhere' : 'inDomain'
}
