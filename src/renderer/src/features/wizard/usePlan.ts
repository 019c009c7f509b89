import { keepPreviousData, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { UserId } from '../../../../shared/ids.ts'
import type { Choices } from '../../../../shared/offboarding/choices.ts'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import type { Plan } from '../../../../shared/offboarding/plan.ts'
import { call } from '../../ipc/client.ts'

/** The plan for the choices as they are now; the previous one stays in sight until the new one is there. */
export function usePlan(userId: UserId | null, choices: Choices): UseQueryResult<Plan> {
  return useQuery({
    queryKey: ['offboarding.plan', { userId, choices }] as const,
    queryFn: userId === null ? skipToken : () => call('offboarding.plan', { kind: 'person', userId, choices }),
    placeholderData: (previous, query) =>
      query?.queryKey[1].userId === userId ? keepPreviousData(previous) : undefined,
    // A plan of some minutes ago may be drifted: it is asked again whenever it is shown.
    staleTime: 0,
  })
}

/** Everything that hangs on the person. */
export function useInventory(userId: UserId | null): UseQueryResult<Inventory> {
  return useQuery({
    queryKey: ['users.show', { userId }] as const,
    queryFn: userId === null ? skipToken : () => call('users.show', { userId }),
    staleTime: 0,
  })
}
