import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { InputOf, RouteName } from '../../../shared/ipc/contract.ts'
import { call } from '../ipc/client.ts'

/** A query on one route of main; its key is the route's name and the input. */
export function routeQuery<R extends RouteName>(name: R, input: InputOf<R>) {
  return queryOptions({ queryKey: [name, input] as const, queryFn: () => call(name, input) })
}

/** Marks as stale what the named routes answered; what is on the screen is asked again. */
export async function refresh(client: QueryClient, names: readonly RouteName[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => names.some((one) => one === name),
  })
}
