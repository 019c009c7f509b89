import { z } from 'zod'
import { day, userId } from '../ids.ts'
import { route } from '../ipc/route.ts'

export const retentionRoutes = {
  /** When other products' records of a person go: null as long as the person has not left, or under hold. */
  'retention.ofPerson': route(
    z.object({ userId }),
    z.object({ months: z.int(), removedOn: day.nullable(), legalHold: z.string().nullable() }),
  ),
} as const
