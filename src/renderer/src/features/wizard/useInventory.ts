import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { UserId } from '../../../../shared/ids.ts'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { call } from '../../ipc/client.ts'

/** Everything that hangs on the person. */
export function useInventory(userId: UserId | null): UseQueryResult<Inventory> {
  return useQuery({
    queryKey: ['users.show', { userId }] as const,
    queryFn: userId === null ? skipToken : () => call('users.show', { userId }),
    staleTime: 0,
  })
}
