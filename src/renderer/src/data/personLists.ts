import { useQueries, useQuery } from '@tanstack/react-query'
import type { BillRow, CallRow } from '../../../shared/analytics/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { PersonRoute } from '../../../shared/person/contract.ts'
import { call } from '../ipc/client.ts'
import { pagesAround, type Visible } from './pages.ts'

const pageSize = 100
const first = (page: number): number => page * pageSize

export type PersonRow<R extends PersonRoute> = OutputOf<R>['rows'][number]
/** total is null where the inventory of the person knows it. */
type PageOf<Row> = { total: number | null; rows: Row[] }
type Asked<Row> = { key: readonly unknown[]; read: () => Promise<PageOf<Row>> }

/** One list that hangs on a person, of which only the pages around the visible rows are read. */
function usePages<Row>(page: (number: number) => Asked<Row>, visible: Visible, known?: number) {
  const query = (number: number) => {
    const { key, read } = page(number)
    return { queryKey: key, queryFn: read }
  }
  const head = useQuery(query(0))
  const total = known ?? head.data?.total ?? 0
  const numbers = pagesAround(visible, total, pageSize)
  const others = useQueries({ queries: numbers.map(query) })
  const rowAt = (index: number): Row | undefined => {
    const number = Math.floor(index / pageSize)
    const answer = number === 0 ? head.data : others[numbers.indexOf(number)]?.data
    return answer?.rows[index % pageSize]
  }
  return { head, total, rowAt }
}

export function usePersonList<R extends PersonRoute>(name: R, userId: UserId, visible: Visible) {
  return usePages<PersonRow<R>>((number) => {
    const asked = { userId, offset: first(number), limit: pageSize }
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
      const { calls } = await call('analytics.calls', { filter, skip: first(number), limit: pageSize })
      return { total: null, rows: calls }
    },
  })
  return usePages(page, visible, total)
}

/** What was billed for a person, the newest month first. total: as the inventory has it. */
export function usePersonBills(userId: UserId, total: number, visible: Visible) {
  const filter = { userId }
  const page = (number: number): Asked<BillRow> => ({
    key: ['analytics.bills', filter, number],
    read: async () => {
      const { bills } = await call('analytics.bills', { filter, skip: first(number), limit: pageSize })
      return { total: null, rows: bills }
    },
  })
  return usePages(page, visible, total)
}
