import type { Run } from '../../../../shared/offboarding/run.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { formatDateTime } from '../../format/dates.ts'
import { EffectList } from '../wizard/impact/EffectList.tsx'
import { useStartedRun } from '../wizard/startedRunStore.ts'
import { WizardStepper } from '../wizard/WizardStepper.tsx'
import { planTitle } from '../wizard/wording.ts'
import { RunActions } from './RunActions.tsx'
import { RunResult } from './RunResult.tsx'
import { RunSteps } from './RunSteps.tsx'
import { useMilestones } from './useMilestones.ts'
import { useRunCommand } from './useRun.ts'
import classes from './RunView.module.css'

/** State, steps and outcome of a run, with the effects that were planned beside them. */
export function RunView({ run }: { run: Run }) {
  const wizard = useStartedRun(run.id)
  const resume = useRunCommand('runs.resume')
  const cancel = useRunCommand('runs.cancel')
  const abandon = useRunCommand('runs.abandon')
  useMilestones(run)
  const problem = resume.error ?? cancel.error ?? abandon.error
  return (
    <>
      <PageHeader
        title={planTitle(run.plan)}
        back={{ href: '/offboarding', label: 'Offboarding' }}
        subtitle={
          <span className={classes.facts}>
            <StatusBadge status={run.status} />
            <span>
              {run.stepsDone} of {run.stepsTotal} steps done
            </span>
            <span>
              Started {formatDateTime(run.createdAt)} by {run.operator}
            </span>
          </span>
        }
        actions={<RunActions run={run} resume={resume} cancel={cancel} abandon={abandon} />}
      >
        {wizard !== null && <WizardStepper state={wizard} onGo={null} />}
      </PageHeader>
      <div className={classes.body}>
        <div className={classes.content}>
          {problem !== null && <ErrorAlert title="That did not work" error={problem} />}
          <RunResult run={run} />
          <RunSteps run={run} onRetry={() => resume.mutate(run.id)} retrying={resume.isPending} />
        </div>
        <aside className={classes.aside} aria-label="Effects">
          <h2 className={classes.title}>{run.status === 'done' ? 'What happened' : 'What happens, as planned'}</h2>
          <EffectList effects={run.plan.effects} />
        </aside>
      </div>
    </>
  )
}
