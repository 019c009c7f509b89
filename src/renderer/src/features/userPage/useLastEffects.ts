import { useQuery } from '@tanstack/react-query'
import type { UserId } from '../../../../shared/ids.ts'
import type { Effect } from '../../../../shared/offboarding/effects.ts'
import { routeQuery } from '../../data/routeQuery.ts'
import { usePersonRuns } from '../../data/users.ts'

/** What the plan of the last run that was carried out says of everything; empty when there is none. */
export function useLastEffects(userId: UserId): readonly Effect[] {
  const runs = usePersonRuns(userId)
  const last = runs.data?.find(({ status }) => status === 'done')
  const run = useQuery({
    ...routeQuery('runs.show', { runId: last?.id ?? '' }),
    enabled: last !== undefined,
  })
  return run.data?.plan.effects ?? []
}
