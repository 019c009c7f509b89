import type { RunId } from '../../shared/ids.ts'
import type { Emit } from '../../shared/ipc/contract.ts'
import { assertNever, errorCodes, type ErrorCode } from '../../shared/ipc/errors.ts'
import type { Run, RunProgress } from '../../shared/offboarding/run.ts'
import type { Runs } from '../runs/service.ts'
import { readableBytes } from '../files/diskErrors.ts'
import { blocked, done, exitCodeOf, failed } from './exitCodes.ts'
import type { Output } from './output.ts'

const phases: Readonly<Record<RunProgress['phase'], string>> = {
  saving: 'Saving voicemail',
  copying: 'Making playable copies',
  writing: 'Writing the archive',
  proving: 'Proving the archive',
  applying: 'Applying',
}

/** Says what a run does: JSON lines with --json, else a line a step and a line a tenth of its messages. */
export function createFollower(output: Output) {
  let source: Runs | null = null
  let told = 0
  let tenth = ''
  const tellSteps = (run: Run): void => {
    const ended = run.steps.filter((step) => step.status !== 'pending' && step.status !== 'running')
    for (const step of ended.slice(told)) {
      output.line({
        type: 'step',
        runId: run.id,
        position: step.position,
        kind: step.action.kind,
        status: step.status,
        outcome: step.outcome,
      })
      if (!output.json) output.say(`${step.status.padEnd(7)} ${step.title}`)
    }
    told = Math.max(told, ended.length)
  }
  let began: { at: number; bytes: number } | null = null
  /** How much, and how fast since this began to be followed. */
  const amount = ({ bytes, totalBytes }: RunProgress): string => {
    const now = performance.now()
    began ??= { at: now, bytes }
    if (totalBytes === null) return ''
    const rate = (bytes - began.bytes) / Math.max((now - began.at) / 1000, 0.001)
    const fast = now - began.at < 500 ? '' : `, ${readableBytes(rate)}/s`
    return ` (${readableBytes(bytes)} of ${readableBytes(totalBytes)}${fast})`
  }
  const tellProgress = (progress: RunProgress): void => {
    output.line({ type: 'progress', ...progress })
    if (output.json || progress.total === null || progress.total === 0) return
    const next = `${progress.phase} ${Math.floor((progress.done * 10) / progress.total)}`
    if (next !== tenth)
      output.say(`        ${phases[progress.phase]}: ${progress.done} of ${progress.total}${amount(progress)}`)
    tenth = next
  }
  const emit: Emit = (name, payload) => {
    if (name === 'runs.progress') tellProgress(payload as RunProgress)
    if (name === 'runs.changed' && source !== null) tellSteps(source.show((payload as { runId: RunId }).runId))
  }
  /** Waits until the run has ended or was paused by the signal, and answers the exit code. */
  const follow = async (runs: Runs, id: RunId, signal: AbortSignal): Promise<number> => {
    source = runs
    const pause = (): void => void runs.cancel(id)
    signal.addEventListener('abort', pause, { once: true })
    if (signal.aborted) pause()
    const run = await runs.settled(id)
    signal.removeEventListener('abort', pause)
    tellSteps(run)
    output.value({ type: 'result', runId: run.id, status: run.status, archive: run.archive }, () => '')
    return tellEnd(run, output)
  }
  return { emit, follow }
}

function doneText({ subject, plan }: Run): string {
  const [undone] = plan.steps
  if (undone?.kind === 'undo') return `${undone.title} (${subject.name})`
  switch (subject.kind) {
    case 'person': {
      const left = plan.steps.some(({ kind }) => kind === 'deactivate' || kind === 'delete')
      return left ? `${subject.name} is offboarded` : `the plan for ${subject.name} is carried out`
    }
    case 'extension':
      return `extension ${subject.extension} is changed`
    case 'messages':
      return `${subject.name} saved`
  }
}

function tellEnd(run: Run, output: Output): number {
  switch (run.status) {
    case 'done':
      if (!output.json) output.say(`Done: ${doneText(run)}. Archive: ${run.archive ?? 'none'}`)
      return done
    case 'failed':
    case 'paused':
    case 'running':
    case 'interrupted':
      output.say(`${run.error === null ? 'Paused.' : run.error.message} Continue with: run resume ${run.id}`)
      return run.error === null
        ? failed
        : exitCodeOf(errorCodes.find((code): code is ErrorCode => code === run.error?.code) ?? 'INTERNAL')
    case 'cancelled':
      output.say('This run was given up. Start a new plan for what is left to do.')
      return blocked
    default:
      return assertNever(run.status)
  }
}
