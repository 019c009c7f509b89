import { useQueries, useQuery } from '@tanstack/react-query'
import type { UserId } from '../../../shared/ids.ts'
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts'
import type { PersonRoute } from '../../../shared/person/contract.ts'
import { call } from '../ipc/client.ts'
import { pagesAround, type Visible } from './pages.ts'

const pageSize = 100

export type PersonRow<R extends PersonRoute> = OutputOf<R>['rows'][number]
type PersonPage<R extends PersonRoute> = { total: number; rows: PersonRow<R>[] }

function personPage<R extends PersonRoute>(name: R, userId: UserId, page: number) {
  const asked = { userId, offset: page * pageSize, limit: pageSize }
  return {
    queryKey: [name, asked] as const,
    // The routes differ in their rows alone, which TypeScript does not see through a name that stands for several.
    queryFn: () => call(name, asked as InputOf<R>) as Promise<PersonPage<R>>,
  }
}

/** One list that hangs on a person, of which only the pages around the visible rows are read. */
export function usePersonList<R extends PersonRoute>(name: R, userId: UserId, visible: Visible) {
  const head = useQuery(personPage(name, userId, 0))
  const total = head.data?.total ?? 0
  const numbers = pagesAround(visible, total, pageSize)
  const others = useQueries({ queries: numbers.map((page) => personPage(name, userId, page)) })
  const rowAt = (index: number): PersonRow<R> | undefined => {
    const page = Math.floor(index / pageSize)
    const answer = page === 0 ? head.data : others[numbers.indexOf(page)]?.data
    return answer?.rows[index % pageSize]
  }
  return { head, total, rowAt }
}
