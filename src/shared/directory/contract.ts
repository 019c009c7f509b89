import { z } from 'zod'
import { route } from '../ipc/route.ts'
import { userId } from '../ids.ts'
import { inventory } from '../offboarding/inventory.ts'
import { userFilter, userRow, userSort } from './model.ts'

export const directoryRoutes = {
  'users.list': route(
    z.object({
      filter: userFilter,
      sort: userSort.default('name'),
      descending: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200),
    }),
    z.object({ total: z.int(), users: z.array(userRow) }),
  ),
  /** The values that the filters of the Users page offer. */
  'users.facets': route(z.object({}), z.object({ sites: z.array(z.string()), departments: z.array(z.string()) })),
  /** Everything that hangs on one person. */
  'users.show': route(z.object({ userId }), inventory),
} as const
