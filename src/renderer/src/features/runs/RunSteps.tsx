import { isOver, type Run, type RunStatus } from '../../../../shared/offboarding/run.ts'
import { phaseNames } from './progress.ts'
import { RunStepRow } from './RunStepRow.tsx'
import type { LiveProgress } from './useRun.ts'
import classes from './RunView.module.css'

export type RunStepsProps = { run: Run; live: LiveProgress | null; onRetry: () => void; retrying: boolean }

/** Every step with its own state; the one that runs says what it does. */
export function RunSteps({ run, live, onRetry, retrying }: RunStepsProps) {
  const running = run.status === 'running'
  const next = run.steps.find(({ status }) => status === 'pending')
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" className={classes.title}>
        Steps
      </h2>
      <ol className={classes.steps}>
        {run.steps.map((step) => (
          <RunStepRow
            key={step.position}
            step={step}
            doing={running && step.status === 'running' && live !== null ? `${phaseNames[live.progress.phase]}…` : null}
            // A step that was running when the app died is only as far as its rows say.
            proven={run.archive === null || run.manifestSha256 !== null}
            paused={run.status === 'paused' && step === next}
            interrupted={step.status === 'running' && !running}
            onRetry={step.status === 'failed' && run.status === 'failed' ? onRetry : null}
            retrying={retrying}
            runId={run.id}
            undoWaits={undoWaits(run.status)}
          />
        ))}
      </ol>
    </section>
  )
}

function undoWaits(status: RunStatus): string | null {
  if (isOver(status)) return null
  return status === 'running'
    ? 'The run is under way: its steps can be undone when it has ended.'
    : 'Continue the run or give it up first: its steps can be undone when it has ended.'
}
