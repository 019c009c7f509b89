import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query'
import { useState } from 'react'

type Total = { total: number }

/** How many of so many rows a list leaves out, by the count of those that it has; the last number stays meanwhile. */
export function useNotShown<K extends QueryKey>(count: UseQueryOptions<Total, Error, Total, K>, of: number): number {
  // Every row that is ticked is another question; its answer is needed once.
  const { data } = useQuery({ ...count, enabled: of > 0, gcTime: 0 })
  const known = of === 0 ? 0 : data && of - data.total
  const [last, setLast] = useState(0)
  if (known !== undefined && known !== last) setLast(known)
  return known ?? last
}
