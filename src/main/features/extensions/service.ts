import type {
  ExtensionFilter,
  ExtensionRow,
  ExtensionSort,
  FormerHolder,
  NumberFilter,
  NumberRow,
  NumberSort,
} from '../../../shared/extensions/model.ts'
import type { ExtensionId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { ExtensionInventory } from '../../../shared/offboarding/inventory.ts'
import { extensionSearch } from '../../db/extensionSearch.ts'
import { numberSearch } from '../../db/numberSearch.ts'
import type { Order } from '../../db/search/list.ts'
import { refreshSearch } from '../../db/search/refresh.ts'
import { createResults } from '../../db/search/results.ts'
import type { WriteDb } from '../../db/sql.ts'
import type { PhoneSystem } from '../../phoneSystem/port.ts'
import { findExtensionId, readExtension, readExtensions, readFormerHolders, readNumbers } from './repository.ts'
import { extensionList, numberList } from './searchRepository.ts'

type Page = { offset: number; limit: number }
export type ExtensionQuery = { filter: ExtensionFilter } & Order<ExtensionSort> & Page
export type NumberQuery = { filter: NumberFilter } & Order<NumberSort> & Page
export type Extensions = ReturnType<typeof createExtensions>

/** Every extension, assigned or free, and every phone number. */
export function createExtensions({ db, phoneSystem }: { db: WriteDb; phoneSystem: PhoneSystem }) {
  const extensions = createResults(db, extensionList)
  const numbers = createResults(db, numberList)
  return {
    list: async ({
      offset,
      limit,
      ...query
    }: ExtensionQuery): Promise<{ total: number; extensions: ExtensionRow[] }> => {
      await refreshSearch(db, extensionSearch)
      const ids = await extensions.of(query)
      return { total: ids.length, extensions: readExtensions(db, ids.slice(offset, offset + limit)) }
    },
    numbers: async ({ offset, limit, ...query }: NumberQuery): Promise<{ total: number; numbers: NumberRow[] }> => {
      await refreshSearch(db, numberSearch)
      const ids = await numbers.of(query)
      return { total: ids.length, numbers: readNumbers(db, ids.slice(offset, offset + limit)) }
    },
    /** Every extension of a query up to a limit, some hundred at a time. */
    pages: async function* (query: Omit<ExtensionQuery, keyof Page>, limit: number): AsyncGenerator<ExtensionRow[]> {
      await refreshSearch(db, extensionSearch)
      yield* partsOf(await extensions.of(query), limit, (ids) => readExtensions(db, ids))
    },
    /** Every phone number of a query in the same way. */
    numberPages: async function* (query: Omit<NumberQuery, keyof Page>, limit: number): AsyncGenerator<NumberRow[]> {
      await refreshSearch(db, numberSearch)
      yield* partsOf(await numbers.of(query), limit, (ids) => readNumbers(db, ids))
    },
    /** Everything that hangs on one extension, and who had it before. Throws NOT_FOUND. */
    show: async (
      id: ExtensionId,
    ): Promise<{ row: ExtensionRow; inventory: ExtensionInventory; former: FormerHolder[] }> => {
      const row = readExtension(db, id)
      if (row === null) throw noExtension(id)
      return { row, inventory: await phoneSystem.extensionInventory(id, []), former: readFormerHolders(db, id) }
    },
    /** By id or as it is dialed. Throws NOT_FOUND. */
    find: (key: string): ExtensionId => {
      const id = findExtensionId(db, key)
      if (id === null) throw noExtension(key)
      return id
    },
  }
}

const rowsAtOnce = 500

function* partsOf<Row>(
  ids: readonly number[],
  limit: number,
  read: (ids: readonly number[]) => Row[],
): Generator<Row[]> {
  const end = Math.min(limit, ids.length)
  for (let from = 0; from < end; from += rowsAtOnce) yield read(ids.slice(from, Math.min(end, from + rowsAtOnce)))
}

function noExtension(key: string): AppError {
  return new AppError('NOT_FOUND', `There is no extension ${key}. Search the list of extensions again.`, { key })
}
