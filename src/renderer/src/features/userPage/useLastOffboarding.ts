import { useQuery } from '@tanstack/react-query'
import type { UserId } from '../../../../shared/ids.ts'
import type { Run } from '../../../../shared/offboarding/run.ts'
import { routeQuery } from '../../data/routeQuery.ts'
import { usePersonRuns } from '../../data/users.ts'

/** The last run that took the person off the phone system; null when there is none, or while that is not known. */
export function useLastOffboarding(userId: UserId): Run | null {
  const runs = usePersonRuns(userId)
  const last = runs.data?.find(({ status, offboards }) => status === 'done' && offboards)
  const run = useQuery({
    ...routeQuery('runs.show', { runId: last?.id ?? '' }),
    enabled: last !== undefined,
  })
  return run.data ?? null
}
