import { z } from 'zod'
import { route } from '../ipc/route.ts'
import { auditEntry, auditFilter } from './model.ts'
import { auditVerification } from './verification.ts'

export const auditRoutes = {
  /** Newest first. */
  'audit.list': route(
    z.object({ filter: auditFilter, offset: z.int().min(0).max(1e9), limit: z.int().min(1).max(200) }),
    z.object({ total: z.int(), entries: z.array(auditEntry) }),
  ),
  /** The operators and actions that the entries name. */
  'audit.facets': route(z.object({}), z.object({ operators: z.array(z.string()), actions: z.array(z.string()) })),
  'audit.verify': route(z.object({}), auditVerification),
  /** Asks with a dialog where to; null when it was cancelled. */
  'audit.export': route(
    z.object({ filter: auditFilter }),
    z.object({ fileName: z.string(), count: z.int(), sha256: z.string() }).nullable(),
  ),
} as const
