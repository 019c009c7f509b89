import type { BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { PersonRoute } from '../../../shared/person/contract.ts'
import { call } from '../ipc/client.ts'
import { pageNumbered, pageSize, useFirstPage, useRowAt, type Visible } from './pages.ts'

export type PersonRow<R extends PersonRoute> = OutputOf<R>['rows'][number]
/** total is null where the inventory of the person knows it. */
type PageOf<Row> = { total: number | null; rows: Row[] }
type Asked<Row> = { key: readonly unknown[]; read: () => Promise<PageOf<Row>> }

/** One list that hangs on a person; another person's rows never stand in for it. */
function usePersonRows<Row>(page: (number: number) => Asked<Row>, visible: Visible, known?: number) {
  const pages = {
    page: (number: number) => {
      const { key, read } = page(number)
      return { queryKey: key, queryFn: read }
    },
    rowsIn: ({ rows }: PageOf<Row>) => rows,
    strict: true as const,
  }
  const head = useFirstPage(pages)
  const total = known ?? head.data?.total ?? 0
  return { head, total, rowAt: useRowAt(pages, { head, total, visible }) }
}

export function usePersonList<R extends PersonRoute>(name: R, userId: UserId, visible: Visible) {
  return usePersonRows<PersonRow<R>>((number) => {
    const asked = { userId, ...pageNumbered(number) }
    // The routes differ in their rows alone, which TypeScript does not see through a name that stands for several.
    const read = () => call(name, asked as InputOf<R>) as Promise<PageOf<PersonRow<R>>>
    return { key: [name, asked], read }
  }, visible)
}

/** The calls of a person out of Analytics, with the names as they were, the newest first. total: as the inventory has it. */
export function usePersonCalls(userId: UserId, total: number, visible: Visible) {
  const filter = { who: { kind: 'person', userId } } as const
  const page = (number: number): Asked<CallRow> => ({
    key: ['analytics.calls', filter, number],
    read: async () => {
      const { calls } = await call('analytics.calls', { filter, skip: number * pageSize, limit: pageSize })
      return { total: null, rows: calls }
    },
  })
  return usePersonRows(page, visible, total)
}

/** What was billed for a person, the newest month first. total: as the inventory has it. */
export function usePersonBills(userId: UserId, total: number, visible: Visible) {
  const filter = { userId }
  const page = (number: number): Asked<BillRow> => ({
    key: ['analytics.bills', filter, number],
    read: async () => {
      const { bills } = await call('analytics.bills', { filter, skip: number * pageSize, limit: pageSize })
      return { total: null, rows: bills }
    },
  })
  return usePersonRows(page, visible, total)
}
