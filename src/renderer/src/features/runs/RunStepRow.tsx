import { Button, Progress } from '@mantine/core'
import type { RunStep } from '../../../../shared/offboarding/run.ts'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { progressPercent, progressText } from './progress.ts'
import { stepTiming } from './stepTiming.ts'
import type { LiveProgress } from './useRun.ts'
import classes from './RunView.module.css'

export type RunStepRowProps = {
  step: RunStep
  live: LiveProgress | null
  interrupted: boolean
  /** Null when the step has not failed. */
  onRetry: (() => void) | null
  retrying: boolean
}

/** One step: what it is, how it stands, when, and what the phone system or the archive reported. */
export function RunStepRow({ step, live, interrupted, onRetry, retrying }: RunStepRowProps) {
  const timing = stepTiming(step)
  return (
    <li className={classes.step} data-status={step.status}>
      <span className={classes.number} aria-hidden>
        {step.position + 1}
      </span>
      <div className={classes.stepText}>
        <span className={classes.stepTitle}>{step.title}</span>
        {step.outcome !== null && <span className={classes.dim}>{step.outcome}</span>}
        {live !== null && <StepProgress live={live} title={step.title} />}
        {step.error !== null && (
          <div className={classes.failure} role="alert">
            <span>{step.error.message}</span>
            {onRetry !== null && (
              <Button variant="default" loading={retrying} onClick={onRetry} className={classes.retry}>
                Try again
              </Button>
            )}
          </div>
        )}
      </div>
      <span className={classes.time}>{timing}</span>
      <StatusBadge status={interrupted ? 'interrupted' : step.status} />
    </li>
  )
}

function StepProgress({ live, title }: { live: LiveProgress; title: string }) {
  const percent = progressPercent(live.progress)
  return (
    <div className={classes.progress}>
      <Progress.Root size="md">
        <Progress.Section
          value={percent ?? 100}
          striped={percent === null}
          animated={percent === null}
          aria-label={title}
        />
      </Progress.Root>
      <span className={classes.dim}>{progressText(live.progress, live.rate)}</span>
    </div>
  )
}
