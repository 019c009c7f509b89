import { z } from 'zod'
import { route } from '../ipc/route.ts'
import { analyticsFilter, analyticsPerson, billRow, billTotals, callRow, callTotals, extensionTotals } from './model.ts'

/** Where the next page begins: behind this row. */
export const callCursor = z.object({ at: z.string().max(40), row: z.int() })
export type CallCursor = z.infer<typeof callCursor>
export const billCursor = z.object({ month: z.string().max(10), row: z.int() })
export type BillCursor = z.infer<typeof billCursor>

const filtered = z.object({ filter: analyticsFilter })
const limit = z.int().min(1).max(200)

export const analyticsRoutes = {
  /** Newest first. */
  'analytics.calls': route(
    filtered.extend({ after: callCursor.nullable(), limit }),
    z.object({ calls: z.array(callRow), next: callCursor.nullable() }),
  ),
  'analytics.callTotals': route(filtered, callTotals),
  'analytics.extensionTotals': route(filtered, extensionTotals),
  /** Newest month first. */
  'analytics.bills': route(
    filtered.extend({ after: billCursor.nullable(), limit }),
    z.object({ bills: z.array(billRow), next: billCursor.nullable() }),
  ),
  'analytics.billTotals': route(filtered, billTotals),
  /** The first twenty whose name, user name or extension has every word. */
  'analytics.people': route(z.object({ search: z.string().max(200), goneOnly: z.boolean() }), z.array(analyticsPerson)),
  /** Saves what is filtered as CSV where a dialog says; null when the dialog was cancelled. */
  'analytics.export': route(
    filtered.extend({ what: z.enum(['calls', 'bills']) }),
    z.object({ fileName: z.string(), rows: z.int() }).nullable(),
  ),
  'analytics.cancelExport': route(z.object({}), z.void()),
} as const
