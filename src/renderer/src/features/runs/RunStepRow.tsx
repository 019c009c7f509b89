import type { RunId } from '../../../../shared/ids.ts'
import { reportOf, type RunStep } from '../../../../shared/offboarding/run.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { readable } from '../../components/EffectList/readable.ts'
import { UndoStep } from './UndoStep.tsx'
import { stepTiming } from './stepTiming.ts'
import { whyWaiting } from './whyWaiting.ts'
import classes from './RunView.module.css'

export type RunStepRowProps = {
  step: RunStep
  /** What the running step does at this moment, or nothing. */
  doing: string | null
  interrupted: boolean
  /** The run was paused at this step. */
  paused: boolean
  /** The archive is proven, or there is none. */
  proven: boolean
  /** Null when the step has not failed. */
  onRetry: (() => void) | null
  retrying: boolean
  runId: RunId
  /** Why no step of the run can be undone yet, or null. */
  undoWaits: string | null
}

/** One step: what it is, how it stands, when, and what the phone system or the archive reported. */
export function RunStepRow(props: RunStepRowProps) {
  const { step, doing, interrupted, paused, proven, onRetry, retrying, runId, undoWaits } = props
  const report = readable(reportOf(step) ?? doing ?? whyWaiting(step, { paused, proven }))
  return (
    <li className={classes.step} data-status={step.status}>
      <span className={classes.number} aria-hidden>
        {step.position + 1}
      </span>
      <div className={classes.stepText}>
        <span className={classes.stepTitle}>{readable(step.title)}</span>
        <span className={classes.dim}>{report}</span>
        <span className={classes.undo}>
          <UndoStep runId={runId} step={step} waits={undoWaits} />
        </span>
      </div>
      <span className={classes.time}>{stepTiming(step)}</span>
      <span className={classes.standing}>
        <StatusBadge status={interrupted ? 'interrupted' : step.status} />
      </span>
      {step.error !== null && (
        <div className={classes.failure} role="alert">
          <span>{step.error.message}</span>
          {onRetry !== null && (
            <AllowedButton
              permission="offboard"
              variant="default"
              loading={retrying}
              onClick={onRetry}
              className={classes.retry ?? ''}
            >
              Try again
            </AllowedButton>
          )}
        </div>
      )}
    </li>
  )
}
