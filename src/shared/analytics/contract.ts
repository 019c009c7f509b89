import { z } from 'zod'
import { route } from '../ipc/route.ts'
import {
  analyticsFilter,
  analyticsPerson,
  billFilter,
  billRow,
  billTotals,
  callRow,
  callTotals,
  extensionTotals,
} from './model.ts'

const ofCalls = z.object({ filter: analyticsFilter })
const ofBills = z.object({ filter: billFilter })
/** Names a count, so that it can be stopped when its answer is not wanted any more. */
const request = z.uuid().optional()
/** To begin further down, the filter ends with a day or month, and what is before the page there is skipped. */
const page = { skip: z.int().min(0).max(10_000_000), limit: z.int().min(1).max(200) }

export const analyticsRoutes = {
  /** Newest first. */
  'analytics.calls': route(ofCalls.extend(page), z.object({ calls: z.array(callRow) })),
  'analytics.callTotals': route(ofCalls.extend({ request }), callTotals),
  'analytics.extensionTotals': route(ofCalls.extend({ request }), extensionTotals),
  /** Newest month first. */
  'analytics.bills': route(ofBills.extend(page), z.object({ bills: z.array(billRow) })),
  'analytics.billTotals': route(ofBills.extend({ request }), billTotals),
  /** A count that is under way ends with CANCELLED; one that is over is not touched. */
  'analytics.stopCount': route(z.object({ request: z.uuid() }), z.void()),
  /** The first twenty whose name, user name, email, extension or number has every word. */
  'analytics.people': route(z.object({ search: z.string().max(200), goneOnly: z.boolean() }), z.array(analyticsPerson)),
  /** Saves what is filtered as CSV where a dialog says; null when the dialog was cancelled. */
  'analytics.export': route(
    z.discriminatedUnion('what', [
      ofCalls.extend({ what: z.literal('calls') }),
      ofBills.extend({ what: z.literal('bills') }),
    ]),
    z.object({ fileName: z.string(), rows: z.int() }).nullable(),
  ),
  'analytics.cancelExport': route(z.object({}), z.void()),
} as const
