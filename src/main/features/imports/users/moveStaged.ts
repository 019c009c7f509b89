import type { Clock, Ids } from '../../../clock.ts'
import { extensionSearch } from '../../../db/extensionSearch.ts'
import { numberSearch } from '../../../db/numberSearch.ts'
import { refreshAtOnce } from '../../../db/search/refresh.ts'
import type { WriteDb } from '../../../db/sql.ts'
import { userSearch } from '../../../db/userSearch.ts'
import { withoutIndexes } from '../../../db/withoutIndexes.ts'
import { insertStaged } from './insertRepository.ts'
import { outnumbersUsers } from './stagingRepository.ts'

/**
 * Moves the staged users into the directory and makes them searchable, without a turn for anybody else: for a thread that
 * may stand still. Call it inside a transaction. What outnumbers the directory is put into indexes that are built anew.
 */
export function moveStagedAtOnce(db: WriteDb, given: { clock: Clock; ids: Ids }): number {
  const large = outnumbersUsers(db)
  const into = (table: string, work: () => void): void => (large ? withoutIndexes(db, [table], work) : work())
  let imported = 0
  into('user', () => {
    imported = insertStaged(db, given)
  })
  into(userSearch.name, () => refreshAtOnce(db, userSearch))
  into(extensionSearch.name, () => refreshAtOnce(db, extensionSearch))
  into(numberSearch.name, () => refreshAtOnce(db, numberSearch))
  return imported
}
