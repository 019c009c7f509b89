import { z } from 'zod'
import { companySettings } from '../company/contract.ts'
import { day, phoneNumber, userId } from '../ids.ts'
import { route } from '../ipc/route.ts'

const numberLeft = z.object({ phoneNumber, where: z.string(), until: day })
export type NumberLeft = z.infer<typeof numberLeft>

export const retentionRoutes = {
  /**
   * When other products' records of a person go: null as long as the person has not left, or under hold; and the phone
   * numbers that are parked or given back by a run for the person, where they are and until when.
   */
  'retention.ofPerson': route(
    z.object({ userId }),
    z.object({
      months: z.int(),
      removedOn: day.nullable(),
      legalHold: z.string().nullable(),
      numbers: z.array(numberLeft),
    }),
  ),
  /** What the next daily sweep would delete if the period were so many months. */
  'retention.nextSweep': route(
    z.object({ months: companySettings.shape.recordMonths }),
    z.object({ people: z.int(), fax: z.int(), sms: z.int() }),
  ),
} as const
