import { z } from 'zod'
import { typedName } from '../directory/names.ts'
import { route } from '../ipc/route.ts'
import { newOperator } from '../operators/model.ts'

export const tenantStatus = z.object({
  /** none: the first start; nothing has been set up. */
  kind: z.enum(['none', 'demo', 'own']),
  name: z.string(),
  users: z.int(),
})
export type TenantStatus = z.infer<typeof tenantStatus>

export const tenantRoutes = {
  'tenant.status': route(z.object({}), tenantStatus),
  'tenant.createDemo': route(z.object({}), z.void()),
  'tenant.createOwn': route(
    z.object({
      name: typedName(1, 100),
      site: typedName(1, 100),
      /** Who is its primary administrator; signed in at once. */
      administrator: newOperator,
    }),
    z.void(),
  ),
} as const
