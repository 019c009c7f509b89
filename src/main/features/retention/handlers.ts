import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { retentionRoutes } from '../../../shared/retention/contract.ts'
import type { Retention } from './service.ts'

export function retentionHandlers(retention: Retention): Pick<Handlers, keyof typeof retentionRoutes> {
  return {
    'retention.ofPerson': ({ userId }) => retention.ofPerson(userId),
    'retention.nextSweep': ({ months }) => retention.nextSweep(months),
  }
}
