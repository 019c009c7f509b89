import { z } from 'zod'

/**
 * What is wrong with the chain. changed: the text is not what was hashed; missing: entries are gone from inside;
 * moved: entries stand in another place than they were written for; inserted: entries stand where others were written;
 * exchanged: an entry does not follow the one before it; cutTail: an anchor knows later entries; rewritten: an anchor
 * knows another entry there; anchorUnreadable: the anchor beside the database says nothing; anchorMissing: it was there, and
 * is gone or was.
 */
export const auditProblemKind = z.enum([
  'changed',
  'missing',
  'moved',
  'inserted',
  'exchanged',
  'cutTail',
  'rewritten',
  'anchorUnreadable',
  'anchorMissing',
])
export type AuditProblemKind = z.infer<typeof auditProblemKind>

/** One problem names one entry or a run of them: seq to lastSeq. */
export const auditProblem = z.object({
  kind: auditProblemKind,
  seq: z.int(),
  lastSeq: z.int(),
  message: z.string(),
})
export type AuditProblem = z.infer<typeof auditProblem>

/** The shape that `audit verify --json` prints. */
export const auditVerification = z.object({
  valid: z.boolean(),
  entries: z.int(),
  /** The newest entry: note it down elsewhere, and a later check can tell whether it is still there. */
  head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
  /** How many places outside the chain were compared with it: the head file, archives. */
  anchors: z.int(),
  /** The first hundred; all of them are counted. */
  problems: z.array(auditProblem),
  problemCount: z.int(),
})
export type AuditVerification = z.infer<typeof auditVerification>
