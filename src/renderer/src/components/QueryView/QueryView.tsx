import type { ReactNode } from 'react'
import { ErrorAlert } from '../ErrorAlert/ErrorAlert.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'

/** The part of a query's result that a view needs. */
export type QueryState<T> = {
  data: T | undefined
  error: unknown
  isError: boolean
  refetch: () => unknown
}

export type QueryViewProps<T> = {
  query: QueryState<T>
  /** Title of the error: "The archives could not be read". */
  failed: string
  skeleton?: ReactNode
  /** What to show when the answer holds nothing. */
  empty?: { when: (data: T) => boolean; show: ReactNode }
  children: (data: T) => ReactNode
}

/** Draws every state of a query: loading, error with a way on, empty with the next action, and the data. */
export function QueryView<T>({ query, failed, skeleton, empty, children }: QueryViewProps<T>) {
  const { data } = query
  if (data === undefined) {
    if (query.isError) return <ErrorAlert title={failed} error={query.error} onRetry={() => void query.refetch()} />
    return skeleton ?? <SkeletonRows />
  }
  if (empty !== undefined && empty.when(data)) return empty.show
  return children(data)
}
