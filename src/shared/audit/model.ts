import { z } from 'zod'
import { instant } from '../ids.ts'

/** One action of an operator or a run, with its place in the chain. */
export const auditEntry = z.object({
  seq: z.int(),
  at: z.string(),
  operator: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const auditFilter = z.object({
  operator: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  /** Words, each of which the row says: parts are enough. */
  text: z.string().max(200).optional(),
  /** Entries at or after this instant, and before that one. */
  from: instant.optional(),
  until: instant.optional(),
})
export type AuditFilter = z.infer<typeof auditFilter>
