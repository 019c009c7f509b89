import { z } from 'zod'
import { route } from '../ipc/route.ts'
import { userId } from '../ids.ts'
import { inventory } from '../offboarding/inventory.ts'
import { searched, userColumn, userFilter, userRow, userSort } from './model.ts'

const query = z.object({
  filter: userFilter,
  sort: userSort.default('name'),
  descending: z.boolean().default(false),
})
const someUsers = z.array(userId).max(10_000)

export const directoryRoutes = {
  /** total is null while it is not counted: the first rows of a broad search are there before; ask users.count. */
  'users.list': route(
    query.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200) }),
    z.object({ total: z.int().nullable(), users: z.array(userRow) }),
  ),
  /** Whom the words most likely mean, the likeliest first; everybody by name without any. total: as of users.list. */
  'users.likeliest': route(
    z.object({ search: searched, limit: z.int().min(1).max(200) }),
    z.object({ total: z.int().nullable(), users: z.array(userRow) }),
  ),
  /** With of, how many of these people. */
  'users.count': route(query.extend({ of: someUsers.optional() }), z.object({ total: z.int() })),
  /** The values that the filters of the Users page offer. */
  'users.facets': route(
    z.object({}),
    z.object({ sites: z.array(z.string()), departments: z.array(z.string()), licences: z.array(z.string()) }),
  ),
  /** Saves what the filter leaves, all of it but some, or the named people whatever it leaves, as CSV where a dialog says; null when it was cancelled. */
  'users.export': route(
    query.extend({
      columns: z.array(userColumn).min(1).max(20),
      only: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('these'), users: someUsers }),
          z.object({ kind: z.literal('allBut'), users: someUsers }),
        ])
        .optional(),
    }),
    z.object({ fileName: z.string(), users: z.int() }).nullable(),
  ),
  /** Everything that hangs on one person. */
  'users.show': route(z.object({ userId }), inventory),
} as const
