import { z } from 'zod'
import { extensionId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { extensionInventory } from '../offboarding/inventory.ts'
import {
  extensionFilter,
  extensionRow,
  extensionSort,
  formerHolder,
  numberFilter,
  numberRow,
  numberSort,
} from './model.ts'

const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200) }
const extensionQuery = z.object({
  filter: extensionFilter,
  sort: extensionSort.default('extension'),
  descending: z.boolean().default(false),
})
const numberQuery = z.object({
  filter: numberFilter,
  sort: numberSort.default('number'),
  descending: z.boolean().default(false),
})
const exported = z.object({ fileName: z.string(), rows: z.int() }).nullable()

export const extensionRoutes = {
  'extensions.list': route(
    extensionQuery.extend(page),
    z.object({ total: z.int(), extensions: z.array(extensionRow) }),
  ),
  'numbers.list': route(numberQuery.extend(page), z.object({ total: z.int(), numbers: z.array(numberRow) })),
  /** Save what the filter leaves as CSV where a dialog says; null when it was cancelled. */
  'extensions.export': route(extensionQuery, exported),
  'numbers.export': route(numberQuery, exported),
  /** Everything that hangs on one extension, and who had it before, the last one first. */
  'extensions.show': route(
    z.object({ extensionId }),
    z.object({ row: extensionRow, inventory: extensionInventory, former: z.array(formerHolder) }),
  ),
} as const
