import { AppError } from '../../../shared/ipc/errors.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Inventory } from '../../../shared/offboarding/inventory.ts'
import type { ReadDb } from '../../db/sql.ts'
import type { PhoneSystem } from '../../phoneSystem/port.ts'
import { findUserId, listFacets, listUsers, type UserQuery } from './repository.ts'

export type Directory = ReturnType<typeof createDirectory>

/** The users, and everything that hangs on one of them. */
export function createDirectory({ db, phoneSystem }: { db: ReadDb; phoneSystem: PhoneSystem }) {
  return {
    list: (query: UserQuery) => listUsers(db, query),
    facets: () => listFacets(db),
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
