import { AppError } from '../../../shared/ipc/errors.ts'
import type { UserFilter, UserRow, UserSort } from '../../../shared/directory/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Inventory } from '../../../shared/offboarding/inventory.ts'
import type { WriteDb } from '../../db/sql.ts'
import { chosenIds, countChosen } from '../../db/search/chosen.ts'
import type { Order } from '../../db/search/list.ts'
import { refreshSearch } from '../../db/search/refresh.ts'
import { createResults } from '../../db/search/results.ts'
import { userSearch } from '../../db/userSearch.ts'
import type { PhoneSystem } from '../../phoneSystem/port.ts'
import { bestMatches } from './bestMatches.ts'
import { findUsers, listFacets, prepareUsers } from './repository.ts'
import { searchIdsOf, userList } from './searchRepository.ts'

export type UserQuery = { filter: UserFilter } & Order<UserSort>
export type Page = { offset: number; limit: number }
/** These people, also those whom the query leaves out; or everyone of it but these. */
export type Only = { kind: 'these' | 'allBut'; users: readonly UserId[] }
export type Directory = ReturnType<typeof createDirectory>

/** The users, and everything that hangs on one of them. */
export function createDirectory({ db, phoneSystem }: { db: WriteDb; phoneSystem: PhoneSystem }) {
  const results = createResults(db, userList)
  const readUsers = prepareUsers(db)
  const searched = { db, list: userList, results }
  return {
    /** One page; deleted users show only when asked for by status. total is null when counting would take longer than reading. */
    list: async (query: UserQuery & Page): Promise<{ total: number | null; users: UserRow[] }> => {
      await refreshSearch(db, userSearch)
      const { total, ids } = await results.page(query, query)
      return { total, users: readUsers(ids) }
    },
    /** The people whom words most likely mean, the likeliest first. */
    likeliest: async (asked: {
      search: string
      limit: number
    }): Promise<{ total: number | null; users: UserRow[] }> => {
      await refreshSearch(db, userSearch)
      const { total, ids } = await bestMatches({ db, results }, asked)
      return { total, users: readUsers(ids) }
    },
    /** Whom the query leaves; of the named people, when some are named. */
    count: async (query: UserQuery, of?: readonly UserId[]): Promise<number> => {
      await refreshSearch(db, userSearch)
      return countChosen(searched, query, of && searchIdsOf(db, of))
    },
    /** Everyone whom the query leaves, or who is named, some hundred at a time. */
    all: async (query: UserQuery, only?: Only): Promise<{ total: number; pages: Generator<UserRow[], undefined> }> => {
      await refreshSearch(db, userSearch)
      const named = only && { kind: only.kind, ids: searchIdsOf(db, only.users) }
      const chosen = await chosenIds(searched, query, named)
      return { total: chosen.length, pages: pagesOf(readUsers, chosen) }
    },
    facets: async () => {
      await refreshSearch(db, userSearch)
      return listFacets(db)
    },
    show: (userId: UserId): Promise<Inventory> => phoneSystem.inventory(userId),
    /** By id, user name, email or extension. Throws NOT_FOUND, and VALIDATION_FAILED when it names several. */
    find: (key: string): UserId => {
      const [found, ...others] = findUsers(db, key)
      if (found === undefined)
        throw new AppError(
          'NOT_FOUND',
          `No user has the id, user name, email or extension "${key}". Search with: users --search TEXT`,
        )
      if (others.length === 0) return found.id
      const people = [found, ...others].map(({ id, userName }) => `${userName} (${id})`)
      throw new AppError('VALIDATION_FAILED', `"${key}" names several users: ${people.join(', ')}. Give the id of one.`)
    },
  }
}

const usersAtOnce = 500

function* pagesOf(
  read: (ids: readonly number[]) => UserRow[],
  ids: readonly number[],
): Generator<UserRow[], undefined> {
  for (let from = 0; from < ids.length; from += usersAtOnce) yield read(ids.slice(from, from + usersAtOnce))
}
