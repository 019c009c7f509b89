import type { BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { PersonRoute } from '../../../shared/person/contract.ts'
import { call } from '../ipc/client.ts'
import { pageNumbered, pageSize, useFirstPage, useRows } from './pages.ts'

export type PersonRow<R extends PersonRoute> = OutputOf<R>['rows'][number]
/** total is null where the inventory of the person knows it. */
type PageOf<Row> = { total: number | null; rows: Row[] }
type Asked<Row> = { key: readonly unknown[]; read: () => Promise<PageOf<Row>> }

/** One list that hangs on a person; another person's rows never stand in for it. */
function usePersonRows<Row>(page: (number: number) => Asked<Row>, known?: number) {
  const pages = {
    page: (number: number) => {
      const { key, read } = page(number)
      return { queryKey: key, queryFn: read }
    },
    rowsIn: ({ rows }: PageOf<Row>) => rows,
    strict: true as const,
  }
  const head = useFirstPage(pages)
  return useRows(pages, { head, counted: known ?? head.data?.total ?? undefined, row: 0 })
}

export function usePersonList<R extends PersonRoute>(name: R, userId: UserId) {
  return usePersonRows<PersonRow<R>>((number) => {
    const asked = { userId, ...pageNumbered(number) }
    // The routes differ in their rows alone, which TypeScript does not see through a name that stands for several.
    const read = () => call(name, asked as InputOf<R>) as Promise<PageOf<PersonRow<R>>>
    return { key: [name, asked], read }
  })
}

/** The calls of a person out of Analytics, with the names as they were, the newest first. total: as the inventory has it. */
export function usePersonCalls(userId: UserId, total: number) {
  const filter = { who: { kind: 'person', userId } } as const
  const page = (number: number): Asked<CallRow> => ({
    key: ['analytics.calls', filter, number],
    read: async () => {
      const { calls } = await call('analytics.calls', { filter, skip: number * pageSize, limit: pageSize })
      return { total: null, rows: calls }
    },
  })
  return usePersonRows(page, total)
}

/** What was billed for a person, the newest month first. total: as the inventory has it. */
export function usePersonBills(userId: UserId, total: number) {
  const filter = { userId }
  const page = (number: number): Asked<BillRow> => ({
    key: ['analytics.bills', filter, number],
    read: async () => {
      const { bills } = await call('analytics.bills', { filter, skip: number * pageSize, limit: pageSize })
      return { total: null, rows: bills }
    },
  })
  return usePersonRows(page, total)
}
