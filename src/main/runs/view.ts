import type { StepKind } from '../../shared/offboarding/action.ts'
import { reversibilityOf } from '../../shared/offboarding/catalogue.ts'
import { offboards } from '../../shared/offboarding/plan.ts'
import { planTitle } from '../../shared/offboarding/planTitle.ts'
import type { Reversibility } from '../../shared/offboarding/reversibility.ts'
import type { ArchiveTrouble, Run, RunStatus, RunStep, RunSummary } from '../../shared/offboarding/run.ts'
import type { ReadDb } from '../db/sql.ts'
import { countMessages } from './messageRepository.ts'
import { findUndo, readSteps } from './stepRepository.ts'
import { hasEnded, type RunRow, type StepRow, type StoredStatus } from './rows.ts'

/** active: this process works on it now. lost: why it stopped when that could not be recorded in its row. */
export type Now = { active: boolean; lost: Run['error'] }

/** What the window, the command line and the report show of a run. */
export function toSummary(db: ReadDb, run: RunRow, { active, lost }: Now): RunSummary {
  const steps = readSteps(db, run.id)
  const current = steps.find((step) => !hasEnded(step.status))
  return {
    id: run.id,
    status: statusOf(run.status, active),
    title: planTitle(run.plan),
    offboards: offboards(run.plan),
    subject: run.plan.subject,
    operator: run.operator,
    createdAt: run.created_at,
    finishedAt: run.finished_at,
    stepsDone: steps.filter(({ status }) => status === 'done' || status === 'undone').length,
    stepsUndone: steps.filter(({ status }) => status === 'undone').length,
    stepsTotal: steps.length,
    currentStep: current?.title ?? null,
    archive: run.archive_path,
    error: run.error_code === null ? lost : { code: run.error_code, message: run.error_message ?? '' },
  }
}

export function toRun(db: ReadDb, run: RunRow, now: Now): Run {
  const steps = readSteps(db, run.id)
  const kinds = takenBy(run, steps)
  return {
    ...toSummary(db, run, now),
    plan: run.plan,
    steps: steps.map((step) => toStep(step, reversibilityOf(step.action, kinds), undoOf(db, run, step))),
    archiveId: run.archive_id,
    manifestSha256: run.manifest_sha256,
    archiveTrouble: troubleOf(run),
    messages: countMessages(db, run.id),
  }
}

function troubleOf(run: RunRow): ArchiveTrouble | null {
  const { archive_missing_since: missing, archive_damaged_at: damaged, archive_problems: problems } = run
  if (missing !== null) return { state: 'missing', foundAt: missing, problems: 0 }
  return damaged === null ? null : { state: 'damaged', foundAt: damaged, problems }
}

/** The kinds of steps that were carried out, or still are to be. */
function takenBy({ status }: RunRow, steps: readonly StepRow[]): StepKind[] {
  const taken = status === 'cancelled' ? steps.filter((step) => step.status === 'done') : steps
  return taken.map(({ action }) => action.kind)
}

/** A row that says running while nobody works on it was interrupted. */
export function statusOf(stored: StoredStatus, active: boolean): RunStatus {
  return stored === 'running' && !active ? 'interrupted' : stored
}

function undoOf(db: ReadDb, { id }: RunRow, { status, position }: StepRow): RunStep['undoneBy'] {
  return status === 'undone' ? findUndo(db, id, position) : null
}

function toStep(step: StepRow, reversibility: Reversibility, undoneBy: RunStep['undoneBy']): RunStep {
  return {
    position: step.position,
    title: step.title,
    action: step.action,
    destructive: step.destructive === 1,
    reversibility,
    undoneBy,
    status: step.status,
    attempts: step.attempts,
    startedAt: step.started_at,
    finishedAt: step.finished_at,
    outcome: step.outcome,
    error: step.error_code === null ? null : { code: step.error_code, message: step.error_message ?? '' },
  }
}
