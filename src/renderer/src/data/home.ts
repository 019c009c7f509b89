import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '../ipc/client.ts'
import { routeQuery } from './routeQuery.ts'

/** An answer of a moment ago is not asked for again when the page that shows it appears. */
const staleTime = 1000
/** The next ones to leave; whoever wants all of them filters the Users page. */
const leavingShown = 8

const runsAtOnce = 100

const whoLeave = { filter: { leaving: true, status: 'ACTIVE' }, sort: 'leavesOn' } as const

/** What the first page shows. */
export const homeQueries = {
  runs: infiniteQueryOptions({
    queryKey: ['runs.list'],
    queryFn: ({ pageParam }) => call('runs.list', { offset: pageParam, limit: runsAtOnce }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.length < runsAtOnce ? undefined : pages.length * runsAtOnce),
    // A run that ends while the pages are read moves on to a later one.
    select: ({ pages }) => [...new Map(pages.flat().map((run) => [run.id, run])).values()],
    staleTime,
  }),
  drafts: { ...routeQuery('drafts.list', {}), staleTime },
  leaving: { ...routeQuery('users.list', { ...whoLeave, limit: leavingShown }), staleTime },
  leavingCount: { ...routeQuery('users.count', whoLeave), staleTime },
} as const

/** Asks for the first page's answers while it is put together. Whoever shows them says what went wrong. */
export function askForHome(client: QueryClient): void {
  void client.prefetchInfiniteQuery(homeQueries.runs)
  void client.prefetchQuery(homeQueries.drafts)
  void client.prefetchQuery(homeQueries.leaving)
}
