import { AppError } from '../../../shared/ipc/errors.ts'
import type { UserRow } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Inventory } from '../../../shared/offboarding/inventory.ts'
import type { WriteDb } from '../../db/sql.ts'
import { refreshUserSearch } from '../../db/userSearch.ts'
import type { PhoneSystem } from '../../phoneSystem/port.ts'
import { findUserId, listFacets, readUsers } from './repository.ts'
import { createResults, partsOf, type UserQuery } from './results.ts'
import { countUsers, firstIds, firstMatches, searchIdsOf } from './searchRepository.ts'

export type Page = { offset: number; limit: number }
/** Of a query these people alone, or everyone but these. */
export type Only = { kind: 'these' | 'allBut'; users: readonly UserId[] }
export type Directory = ReturnType<typeof createDirectory>

/** People of the order that are looked at for the first page of a search: about 2 ms. */
const glance = 3000

/** The users, and everything that hangs on one of them. */
export function createDirectory({ db, phoneSystem }: { db: WriteDb; phoneSystem: PhoneSystem }) {
  const results = createResults(db)
  const idsOf = async (query: UserQuery) => results.find(query) ?? results.compute(query)
  return {
    /** One page; deleted users show only when asked for by status. total is null when counting would take longer than reading. */
    list: async (query: UserQuery & Page): Promise<{ total: number | null; users: UserRow[] }> => {
      await refreshUserSearch(db)
      const { offset, limit } = query
      const { facets, words, order } = partsOf(query)
      if (offset === 0 && results.find(query) === undefined) {
        if (words.length === 0)
          return { total: countUsers(db, facets), users: readUsers(db, firstIds(db, facets, order, limit)) }
        const first = firstMatches(db, { words, facets, order, limit, within: glance })
        if (first.length === limit) return { total: null, users: readUsers(db, first) }
      }
      const ids = await idsOf(query)
      return { total: ids.length, users: readUsers(db, ids.slice(offset, offset + limit)) }
    },
    count: async (query: UserQuery): Promise<number> => {
      await refreshUserSearch(db)
      return (await idsOf(query)).length
    },
    /** Everyone whom the query leaves, some hundred at a time. */
    all: async (query: UserQuery, only?: Only): Promise<{ total: number; pages: Generator<UserRow[], undefined> }> => {
      await refreshUserSearch(db)
      const ids = await idsOf(query)
      const named = new Set(only === undefined ? [] : searchIdsOf(db, only.users))
      const chosen = only === undefined ? ids : ids.filter((id) => named.has(id) === (only.kind === 'these'))
      return { total: chosen.length, pages: pagesOf((some) => readUsers(db, some), chosen) }
    },
    facets: async () => {
      await refreshUserSearch(db)
      return listFacets(db)
    },
    show: (userId: UserId): Promise<Inventory> => phoneSystem.inventory(userId),
    /** By id, user name, e-mail or extension. Throws NOT_FOUND. */
    find: (key: string): UserId => {
      const id = findUserId(db, key)
      if (id === null)
        throw new AppError(
          'NOT_FOUND',
          `No user has the id, user name, e-mail or extension "${key}". Search with: users --search TEXT`,
        )
      return id
    },
  }
}

const usersAtOnce = 500

function* pagesOf(read: (ids: number[]) => UserRow[], ids: readonly number[]): Generator<UserRow[], undefined> {
  for (let from = 0; from < ids.length; from += usersAtOnce) yield read(ids.slice(from, from + usersAtOnce))
}
