import { AppError } from '../../shared/ipc/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import { isDestructive } from '../../shared/offboarding/catalogue.ts'
import type { PhoneSystemAction } from '../../shared/offboarding/action.ts'
import type { RunProgress } from '../../shared/offboarding/run.ts'
import { referenceOf } from '../../shared/offboarding/subject.ts'
import { insertArchive } from '../archive/archiveRepository.ts'
import type { WrittenBag } from '../archive/writeBag.ts'
import type { Ids } from '../clock.ts'
import { appendAudit } from '../audit/repository.ts'
import { toDatabaseProblem } from '../db/databaseErrors.ts'
import type { Logger } from '../log/logger.ts'
import { keyOf } from '../phoneSystem/port.ts'
import type { StepToApply } from './applyStep.ts'
import { saveArchive, type ArchiveDeps } from './archiveStep.ts'
import { requireProof } from './proof.ts'
import { countMessages } from './messageRepository.ts'
import { readRun, setRunStatus } from './runRepository.ts'
import { settleStep } from './settleStep.ts'
import { endStep, readSteps, startStep } from './stepRepository.ts'
import { archiveOf, hasEnded, type RunRow, type StepRow } from './rows.ts'

export type EngineDeps = ArchiveDeps & { ids: Ids; log: Logger; applyStep(step: StepToApply): Promise<void> }
export type EngineControl = {
  /** The name of who started the run or had it go on: what is done from here on is done for them. */
  operator: string
  signal: AbortSignal
  report(progress: RunProgress): void
  changed(): void
}

/**
 * Takes the steps that are not done, in order, and stops at the first that fails. Every state is a row before and after
 * it is true, so a run that was killed at any instant goes on from its rows. Whatever it writes waits until no thread
 * has borrowed the writing.
 */
export async function executeRun(deps: EngineDeps, id: RunId, control: EngineControl): Promise<void> {
  const { alone } = deps.db.writer
  await alone(() => setRunStatus(deps.db, id, { status: 'running', error: null, finishedAt: null }))
  for (const { position } of readSteps(deps.db, id)) {
    const run = { ...readRun(deps.db, id), operator: control.operator }
    const steps = readSteps(deps.db, id)
    const step = steps[position]!
    if (hasEnded(step.status)) continue
    control.changed()
    await deps.db.writer.free()
    try {
      control.signal.throwIfAborted()
      startStep(deps.db, id, position, now(deps))
      control.changed()
      await carryOut(deps, run, steps, step, control)
    } catch (error) {
      await alone(() => stop(deps, run, step, error))
      return
    }
  }
  await alone(() => finish(deps, { ...readRun(deps.db, id), operator: control.operator }))
}

async function carryOut(
  deps: EngineDeps,
  run: RunRow,
  steps: readonly StepRow[],
  step: StepRow,
  control: EngineControl,
): Promise<void> {
  const { action } = step
  if (action.kind === 'archiveVoicemail') {
    const bag = await saveArchive(deps, run, action, control)
    await deps.db.writer.alone(() => archived(deps, run, step, bag))
    return
  }
  if (isDestructive(action)) {
    control.report({ runId: run.id, phase: 'proving', done: 0, total: null, bytes: 0, totalBytes: null })
    await requireProof(deps, run, steps, control.signal)
  }
  control.signal.throwIfAborted()
  await applyOnce(deps, run, step, action)
}

/** The proof, the archive's row and the audit entry commit together: this is the pivot. */
function archived(deps: EngineDeps, run: RunRow, step: StepRow, bag: WrittenBag): void {
  const { subject } = run.plan
  const path = archiveOf(run)
  deps.db
    .transaction(() => {
      const { proven } = countMessages(deps.db, run.id)
      insertArchive(deps.db, {
        id: deps.ids.next(),
        runId: run.id,
        path,
        personName: subject.name,
        extension: subject.extension,
        createdAt: now(deps),
        messages: proven,
        bytes: bag.payloadBytes,
        manifestSha256: bag.manifestSha256,
        tagmanifestSha256: bag.tagmanifestSha256,
        verifiedAt: now(deps),
        verification: 'valid',
      })
      settleStep(
        deps,
        { run, step },
        `${proven} voicemail ${proven === 1 ? 'message' : 'messages'} saved and proven.`,
        {
          archive: path,
          manifestSha256: bag.manifestSha256,
        },
      )
    })
    .immediate()
}

/** A step that was begun before is asked for first: it is never repeated blindly. */
async function applyOnce(deps: EngineDeps, run: RunRow, step: StepRow, action: PhoneSystemAction): Promise<void> {
  if (step.attempts > 0 && (await deps.phoneSystem.observe(action, keyOf(run.id, step.position))) === 'unknown') {
    throw new AppError(
      'CONFLICT',
      'The phone system cannot tell whether this step took effect. Check it there, then try again.',
    )
  }
  await deps.applyStep({ run, step, action })
}

function stop(deps: EngineDeps, run: RunRow, step: StepRow, error: unknown): void {
  const cancelled =
    error instanceof AppError ? error.code === 'CANCELLED' : error instanceof Error && error.name === 'AbortError'
  const known = toKnown(error)
  if (known.code === 'INTERNAL')
    deps.log.error('a step failed unexpectedly', {
      run: run.id,
      step: step.position,
      error: String(error),
      stack: stackOf(error),
    })
  deps.db
    .transaction(() => {
      const end = { outcome: null, at: now(deps) }
      endStep(
        deps.db,
        run.id,
        step.position,
        cancelled ? { ...end, status: 'pending', error: null } : { ...end, status: 'failed', error: known },
      )
      setRunStatus(deps.db, run.id, {
        status: cancelled ? 'paused' : 'failed',
        error: cancelled ? null : known,
        finishedAt: null,
      })
      appendAudit(deps.db, deps.clock, {
        operator: run.operator,
        action: cancelled ? 'run.paused' : 'run.failed',
        subject: referenceOf(run.plan.subject),
        detail: { run: run.id, step: step.title, ...(cancelled ? {} : known) },
      })
    })
    .immediate()
}

function finish(deps: EngineDeps, run: RunRow): void {
  deps.db
    .transaction(() => {
      setRunStatus(deps.db, run.id, { status: 'done', error: null, finishedAt: now(deps) })
      appendAudit(deps.db, deps.clock, {
        operator: run.operator,
        action: 'run.done',
        subject: referenceOf(run.plan.subject),
        detail: { run: run.id, plan: run.plan_hash },
      })
    })
    .immediate()
}

function toKnown(error: unknown): { code: string; message: string } {
  const known = toDatabaseProblem(error)
  if (known instanceof AppError) return { code: known.code, message: known.message }
  return {
    code: 'INTERNAL',
    message:
      'Something unexpected happened; the log file has the cause. Nothing was changed by this step. Try it again.',
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : ''
}

function now({ clock }: EngineDeps): string {
  return clock.now().toISOString()
}
