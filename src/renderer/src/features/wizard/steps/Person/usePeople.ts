import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { routeQuery } from '../../../../data/routeQuery.ts'

/** Keystrokes settle for this long before the directory is asked. */
const settleMilliseconds = 120

/** More than fit without scrolling far; a longer list is narrowed by typing. */
const peopleShown = 50

/** People who match what is typed, the best match first; the previous answer stays until the next one is there. */
export function usePeople(search: string) {
  const [settled] = useDebouncedValue(search.trim(), settleMilliseconds)
  return useQuery({
    ...routeQuery('users.likeliest', { search: settled, limit: peopleShown }),
    placeholderData: keepPreviousData,
  })
}
