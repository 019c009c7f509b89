import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import { stepsDone, type Run, type RunStatus } from '../../../../shared/offboarding/run.ts'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { StatusBadge } from '../../components/StatusBadge/StatusBadge.tsx'
import { formatDateTime } from '../../format/dates.ts'
import { RunEffects } from '../../components/EffectList/RunEffects.tsx'
import { readable } from '../../components/EffectList/readable.ts'
import { useStartedRun } from '../../stores/startedRun.ts'
import { WizardStepper } from '../../components/WizardStepper/WizardStepper.tsx'
import { ArchiveCard } from './ArchiveCard.tsx'
import { RunActions } from './RunActions.tsx'
import { RunSteps } from './RunSteps.tsx'
import { useMilestones } from './useMilestones.ts'
import { useRunCommand, useRunProgress } from './useRun.ts'
import classes from './RunView.module.css'

/** State, steps and outcome of a run, with the effects that were planned beside them. */
export function RunView({ run }: { run: Run }) {
  const wizard = useStartedRun(run.id)
  const resume = useRunCommand('runs.resume')
  const cancel = useRunCommand('runs.cancel')
  const abandon = useRunCommand('runs.abandon')
  const live = useRunProgress(run.id, run.status === 'running')
  useMilestones(run)
  const problem = resume.error ?? cancel.error ?? abandon.error
  return (
    <>
      <PageHeader
        title={readable(run.title)}
        back={{ href: '/offboarding', label: 'Offboarding' }}
        subtitle={
          <span className={classes.facts}>
            <StatusBadge status={run.status} />
            <span>{stepsDone(run)}</span>
            <span>
              Started {formatDateTime(run.createdAt)} by {run.operator}
            </span>
            {run.plan.subject.kind === 'person' && (
              <Anchor component={Link} href={`/users/${run.plan.subject.userId}`} inherit>
                Open {run.plan.subject.name}
              </Anchor>
            )}
          </span>
        }
        actions={<RunActions run={run} resume={resume} cancel={cancel} abandon={abandon} />}
      >
        {wizard !== null && <WizardStepper state={wizard} onGo={null} />}
      </PageHeader>
      <div className={classes.body}>
        <div className={classes.content}>
          {problem !== null && <ErrorAlert title="That did not work" error={problem} />}
          <ArchiveCard run={run} live={live} />
          <RunSteps run={run} live={live} onRetry={() => resume.mutate(run.id)} retrying={resume.isPending} />
        </div>
        {/* Scrolled with the arrow keys by whoever has no mouse. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <aside className={classes.aside} aria-label="Effects" tabIndex={0}>
          <h2 className={classes.title}>{effectTitle(run.status)}</h2>
          <RunEffects run={run} />
        </aside>
      </div>
    </>
  )
}

function effectTitle(status: RunStatus): string {
  if (status === 'done') return 'What happened'
  return status === 'cancelled' ? 'What happened before the run was given up' : 'What happens, as planned'
}
