import { z } from 'zod'
import { archiveId, instant, runId } from '../ids.ts'
import { action } from './action.ts'
import { plan } from './plan.ts'
import { reversibilities } from './reversibility.ts'
import { stepStatus } from './stepStatus.ts'
import { subject } from './subject.ts'

/** paused: cancelled or stopped by a failure that a later try can mend; it can be continued. */
export const runStatus = z.enum(['running', 'interrupted', 'paused', 'failed', 'done', 'cancelled'])
export type RunStatus = z.infer<typeof runStatus>

/** Whether nothing of the run goes on any more; until then no other run for the same person or extension is started. */
export function isOver(status: RunStatus): boolean {
  return status === 'done' || status === 'cancelled'
}

/** One step of a run: a row of evidence. */
export const runStep = z.object({
  position: z.int().min(0),
  title: z.string(),
  action,
  destructive: z.boolean(),
  reversibility: z.enum(reversibilities),
  status: stepStatus,
  attempts: z.int().min(0),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  /** What the phone system or the archive reported, as a sentence. */
  outcome: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** The run that undid it. */
  undoneBy: runId.nullable(),
})
export type RunStep = z.infer<typeof runStep>

export const runSummary = z.object({
  id: runId,
  status: runStatus,
  /** What the plan does, as planTitle says it. */
  title: z.string(),
  offboards: z.boolean(),
  subject,
  operator: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** Those that were undone since are among them. */
  stepsDone: z.int(),
  stepsUndone: z.int(),
  stepsTotal: z.int(),
  /** The step that is running, failed or next. */
  currentStep: z.string().nullable(),
  /** Where the archive is, or will be; null when the plan saves nothing. */
  archive: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type RunSummary = z.infer<typeof runSummary>

/** How far a run is, in words: "8 of 8 steps done, 1 undone". */
export function stepsDone({ stepsDone: done, stepsTotal: total, stepsUndone: undone }: RunSummary): string {
  return `${done} of ${total} ${total === 1 ? 'step' : 'steps'} done${undone === 0 ? '' : `, ${undone} undone`}`
}

/** What a step has reported, as it is told everywhere: what was undone is not so any more. */
export function reportOf({ status, outcome }: Pick<RunStep, 'status' | 'outcome'>): string | null {
  if (status !== 'undone') return outcome
  return outcome === null ? 'Undone.' : `Undone. Until then: ${outcome}`
}

/** What was found of an archive since it was proven. */
export const archiveTrouble = z.object({
  state: z.enum(['damaged', 'missing']),
  /** The last check of a damaged one; of a missing one the first that did not find it. */
  foundAt: instant,
  /** Of a damaged one, as far as they are kept: shownFindings at most. */
  problems: z.int(),
})
export type ArchiveTrouble = z.infer<typeof archiveTrouble>

export const run = runSummary.extend({
  plan,
  steps: z.array(runStep),
  archiveId: archiveId.nullable(),
  /** SHA-256 of the bag's manifest, once the archive is proven. */
  manifestSha256: z.string().nullable(),
  /** Null when the last look at the archive found nothing wrong. */
  archiveTrouble: archiveTrouble.nullable(),
  messages: z.object({ listed: z.int(), proven: z.int(), bytes: z.int() }),
})
export type Run = z.infer<typeof run>

/** A hint for the window, at most ten a second; the rows are the truth. */
export const runProgress = z.object({
  runId,
  phase: z.enum(['saving', 'copying', 'writing', 'proving', 'applying']),
  done: z.int(),
  total: z.int().nullable(),
  bytes: z.int(),
  totalBytes: z.int().nullable(),
})
export type RunProgress = z.infer<typeof runProgress>
