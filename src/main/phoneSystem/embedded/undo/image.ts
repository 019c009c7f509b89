import { z } from 'zod'
import { numberStatus } from '../../../../shared/offboarding/inventory.ts'

const id = z.string()
const flag = z.int()

const forwardingRow = z.object({
  id,
  extension_id: id,
  condition: z.string(),
  destination_type: z.string(),
  destination: z.string(),
  enabled: flag,
  set_by: z.string(),
})

const numberPlace = z.object({
  extension_id: id.nullable(),
  status: numberStatus,
  is_primary: flag,
  parked_until: z.string().nullable(),
  reclaimable_until: z.string().nullable(),
})

/** What an action that can be undone took, kept with the action; the rows are as they were before it. */
export const image = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signIn'), userId: id, revoked: flag }),
  z.object({ kind: z.literal('status'), userId: id, revoked: flag, leftAt: z.string().nullable() }),
  z.object({ kind: z.literal('licences'), userId: id, licences: z.array(z.object({ id, name: z.string() })) }),
  z.object({
    kind: z.literal('groups'),
    extensionId: id,
    holder: id.nullable(),
    ringGroups: z.array(z.object({ id, name: z.string(), sequence: z.int() })),
    callQueues: z.array(z.object({ id, name: z.string(), type: z.string() })),
  }),
  z.object({
    kind: z.literal('forwarding'),
    extensionId: id,
    holder: id.nullable(),
    rules: z.array(forwardingRow),
    /** The rule that the action has set. */
    set: id,
  }),
  z.object({
    kind: z.literal('number'),
    phoneNumber: z.string(),
    /** The extension of the plan. */
    extensionId: id,
    holder: id.nullable(),
    before: numberPlace,
    after: numberPlace,
  }),
  z.object({
    kind: z.literal('voicemail'),
    extensionId: id,
    holder: id.nullable(),
    to: id,
    messages: z.array(id),
    hidden: z.array(id),
  }),
])
export type Image = z.infer<typeof image>
export type ImageOf<K extends Image['kind']> = Extract<Image, { kind: K }>

/** How a number can be while it is still as the action left it: a parked one is available when its day has passed. */
export function statesLeft({ status }: ImageOf<'number'>['after']): readonly string[] {
  return status === 'PARKED' ? [status, 'AVAILABLE'] : [status]
}
